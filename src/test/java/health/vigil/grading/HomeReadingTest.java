package health.vigil.grading;

import health.vigil.observation.CareSetting;
import health.vigil.observation.Component;
import health.vigil.observation.Content;
import health.vigil.observation.HomeCheck;
import health.vigil.observation.HomeSign;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationIds;
import health.vigil.observation.PatientId;
import health.vigil.observation.Retraction;
import health.vigil.observation.RetractionTarget;
import health.vigil.observation.VitalSigns;
import health.vigil.store.ChartText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.attributed;
import static health.vigil.grading.Story.begin;
import static health.vigil.grading.Story.febrile;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.retracted;
import static health.vigil.grading.Story.spo2;
import static health.vigil.grading.Story.systolic;
import static health.vigil.grading.Story.temperature;
import static health.vigil.grading.Story.up;
import static org.assertj.core.api.Assertions.assertThat;

/// A reading taken at home counts only where it makes a grade worse.
class HomeReadingTest {
    private static final int ONE_IN = 3;

    /// Flags that readings at home do not reach.
    private static final Set<Flag> OF_THE_HOSPITAL = EnumSet.of(
            Flag.TEMPERATURE_STALE,
            Flag.CONFIRM_OXYGEN,
            Flag.CONFIRM_VASOPRESSOR,
            Flag.VASOPRESSIN_ONLY,
            Flag.INOTROPE_NOT_COUNTED,
            Flag.AGENT_NOT_COUNTED,
            Flag.AGENT_NOT_KNOWN,
            Flag.ATTRIBUTED_HYPOTENSION,
            Flag.ATTRIBUTED_HYPOXIA);

    /// Flags that readings at home may only raise.
    private static final Set<Flag> ONLY_RAISED = EnumSet.of(Flag.PRESSURE_ARTEFACT, Flag.ATTRIBUTED_FEVER);

    private static VitalSigns atHome(VitalSigns signs) {
        return new VitalSigns(signs.values(), signs.temperatureSite(), Optional.of(CareSetting.HOME), Optional.empty());
    }

    private static Content answered(HomeSign... signs) {
        return new HomeCheck(Set.of(signs), Optional.empty());
    }

    @Test
    void aFeverAtHomeOpensACourse() {
        var report = begin().at(10, atHome(temperature("38.0"))).at(10.0).crs();

        assertThat(report.grade()).isEqualTo(Grade.ONE);
        assertThat(report.onset()).contains(hour(10));
    }

    @Test
    void underTheThresholdItOpensNone() {
        var report = begin().at(10, atHome(temperature("37.9"))).at(10.0).crs();

        assertThat(report.grade()).isEqualTo(Grade.UNKNOWN);
        assertThat(report.course()).isEmpty();
    }

    @Test
    void whatCountsIsMarked() {
        var basis = begin().at(10, atHome(temperature("38.0"))).at(10.0).crs().basis();

        assertThat(basis).singleElement().satisfies(evidence -> {
            assertThat(evidence.atHome()).isTrue();
            assertThat(evidence.grade()).isEqualTo(1);
            assertThat(Sentences.of(evidence).text()).isEqualTo("temperature 38 Cel >= 38 (home, not confirmed)");
        });
    }

    @Test
    void aReadingOfTheHospitalIsNotMarked() {
        var basis = febrile().at(10.0).crs().basis();

        assertThat(basis).isNotEmpty().noneMatch(Evidence::atHome);
    }

    @Test
    void aNormalTemperatureAtHomeMakesNoZero() {
        var story = begin().at(10, atHome(temperature("36.8")));

        var report = story.at(10.0).crs();

        assertThat(report.grade()).isEqualTo(Grade.UNKNOWN);
        assertThat(report.flags()).contains(Flag.TEMPERATURE_STALE);
        assertThat(report.leftOut()).singleElement().satisfies(evidence -> {
            assertThat(evidence.atHome()).isTrue();
            assertThat(Sentences.of(evidence).text())
                    .isEqualTo("temperature 36.8 Cel (home, not confirmed): a home reading never lowers a grade");
        });
    }

    @Test
    void aNormalTemperatureAtHomeKeepsNoZero() {
        var story = begin().at(10, temperature("36.8")).at(30, atHome(temperature("36.8")));

        assertThat(story.crs(34)).isEqualTo(Grade.ZERO);
        assertThat(story.crs(hour(34).plus(STEP))).isEqualTo(Grade.UNKNOWN);
    }

    @Test
    void aFeverAtHomeShowsNoOneFreeOfFeverAfterwards() {
        var story = begin().at(10, atHome(temperature("38.6")));

        assertThat(story.crs(34)).isEqualTo(Grade.ONE);
        assertThat(story.crs(hour(34).plus(STEP))).isEqualTo(Grade.UNKNOWN);
    }

    @Test
    void aNormalPressureAtHomeEndsNoHypotension() {
        var story = febrile().at(11, systolic("86"));

        assertThat(story.at(12, atHome(systolic("120"))).crs(13)).isEqualTo(Grade.TWO);
        assertThat(story.at(12.5, systolic("120")).crs(13)).isEqualTo(Grade.ONE);
    }

    @Test
    void aLowPressureAtHomeRaisesForItsWindow() {
        var story = febrile().at(10.5, systolic("120")).at(11, atHome(systolic("86")));

        assertThat(story.crs(11)).isEqualTo(Grade.TWO);
        assertThat(story.crs(23)).isEqualTo(Grade.TWO);
        assertThat(story.crs(hour(23).plus(STEP))).isEqualTo(Grade.ONE);
    }

    @Test
    void aLaterPressureOfTheHospitalReplacesOneAtHome() {
        var story = febrile().at(11, atHome(systolic("86")));

        assertThat(story.at(12, systolic("120")).crs(12)).isEqualTo(Grade.ONE);
    }

    @Test
    void atOneInstantTheWorseCounts() {
        var story = febrile().at(11, systolic("120")).at(11, atHome(systolic("86")));

        assertThat(story.crs(11)).isEqualTo(Grade.TWO);
    }

    @Test
    void twoOfDifferentPlacesCountEachForItsWindow() {
        var story = febrile().at(11, systolic("86")).at(14, atHome(systolic("86")));

        assertThat(story.crs(26)).isEqualTo(Grade.TWO);
        assertThat(story.crs(hour(26).plus(STEP))).isEqualTo(Grade.ONE);
    }

    @Test
    void aNormalSpo2AtHomeEndsNoHypoxia() {
        var story = febrile().at(11, spo2("88"));

        assertThat(story.at(12, atHome(spo2("97"))).crs(13)).isEqualTo(Grade.TWO);
        assertThat(story.at(12.5, spo2("97")).crs(13)).isEqualTo(Grade.ONE);
    }

    @Test
    void aLowSpo2AtHomeRaisesUntilTheHospitalReadsOne() {
        var story = febrile().at(10.5, spo2("97")).at(11, atHome(spo2("88")));

        assertThat(story.crs(11)).isEqualTo(Grade.TWO);
        assertThat(up(story, Flag.HYPOXIA_DEVICE_NOT_CHARTED, 11)).isTrue();
        assertThat(story.at(12, spo2("97")).crs(12)).isEqualTo(Grade.ONE);
    }

    @Test
    void withoutFeverALowPressureAtHomeIsMasked() {
        var story = begin().at(10, temperature("36.8")).at(11, atHome(systolic("86")));

        assertThat(story.crs(11)).isEqualTo(Grade.ZERO);
        assertThat(up(story, Flag.POSSIBLE_MASKED_CRS, 11)).isTrue();
        assertThat(story.at(11.0).crs().leftOut()).anyMatch(Evidence::atHome);
    }

    @Test
    void normalReadingsAtHomeNeitherEndNorLengthenACourse() {
        var story = febrile()
                .at(20, atHome(temperature("36.8")))
                .at(40, atHome(temperature("36.8")))
                .at(57, atHome(temperature("36.8")));

        assertThat(story.at(58.0).crs().course().orElseThrow().open()).isTrue();
        assertThat(story.at(hour(58).plus(STEP)).crs().course().orElseThrow().open())
                .isFalse();
    }

    @Test
    void aFeverAtHomeLengthensACourse() {
        var story = febrile().at(40, atHome(temperature("38.6")));

        assertThat(story.at(hour(58).plus(STEP)).crs().course().orElseThrow().onset())
                .isEqualTo(hour(10));
        assertThat(story.at(88.0).crs().course().orElseThrow().open()).isTrue();
    }

    @Test
    void aSingleLowPressureAtHomeAsksForAnother() {
        var story = febrile().at(11, atHome(systolic("86")));

        assertThat(up(story, Flag.SINGLE_READING, 11)).isTrue();
        assertThat(story.at(11.0).unconfirmed()).isNotEmpty();
        assertThat(up(febrile().at(10.5, systolic("86")).at(11, atHome(systolic("86"))), Flag.SINGLE_READING, 11))
                .isFalse();
    }

    /// A reading at home must not make an alert about a low pressure of the hospital less urgent.
    @Test
    void aLowPressureAtHomeMakesNoShockASingleReading() {
        var story = febrile().at(11, systolic("80")).at(14, atHome(systolic("86")));

        assertThat(up(story, Flag.SINGLE_READING, 14)).isFalse();
    }

    @Test
    void aFeverAtHomeInsideAnAttributionNeverCounts() {
        var report = begin().at(5, attributed(Component.FEVER, 5, 20))
                .at(10, atHome(temperature("38.6")))
                .at(10.0)
                .crs();

        assertThat(report.grade()).isEqualTo(Grade.UNKNOWN);
        assertThat(report.leftOut()).singleElement().satisfies(evidence -> {
            assertThat(evidence.atHome()).isTrue();
            assertThat(Sentences.of(evidence).text())
                    .isEqualTo("temperature 38.6 Cel is attributed to: sepsis (home, not confirmed)");
        });
    }

    @Test
    void aFeverAtHomeInsideAnAttributionIsFlaggedForItsWindow() {
        var story = begin().at(5, attributed(Component.FEVER, 5, 20)).at(10, atHome(temperature("38.6")));

        assertThat(up(story, Flag.ATTRIBUTED_FEVER, 34)).isTrue();
        assertThat(up(story, Flag.ATTRIBUTED_FEVER, hour(34).plus(STEP))).isFalse();
        assertThat(story.progress(hour(40)).flags())
                .filteredOn(change -> change.flag() == Flag.ATTRIBUTED_FEVER && !change.up())
                .extracting(FlagChange::at)
                .containsExactly(hour(34).plus(STEP));
    }

    @Test
    void theEndOfAnAttributionIsToldForAFeverAtHome() {
        var story = begin().at(5, attributed(Component.FEVER, 5, 20)).at(10, atHome(temperature("38.6")));

        assertThat(up(story, Flag.ATTRIBUTION_ENDED, hour(20).minus(STEP))).isFalse();
        assertThat(up(story, Flag.ATTRIBUTION_ENDED, 20)).isTrue();
        assertThat(up(story, Flag.ATTRIBUTION_ENDED, 34)).isTrue();
        assertThat(up(story, Flag.ATTRIBUTION_ENDED, hour(34).plus(STEP))).isFalse();
        assertThat(up(story.at(21, atHome(temperature("36.8"))), Flag.ATTRIBUTION_ENDED, 21))
                .isTrue();
        assertThat(up(story.at(22, temperature("36.8")), Flag.ATTRIBUTION_ENDED, 22))
                .isFalse();
    }

    @Test
    void theEndOfAnAttributionIsToldForALowPressureAtHome() {
        var story =
                febrile().at(10.5, attributed(Component.HYPOTENSION, 10, 15)).at(12, atHome(systolic("86")));

        assertThat(up(story, Flag.ATTRIBUTION_ENDED, 15)).isTrue();
        assertThat(up(story, Flag.ATTRIBUTION_ENDED, 24)).isTrue();
        assertThat(up(story, Flag.ATTRIBUTION_ENDED, hour(24).plus(STEP))).isFalse();
        assertThat(up(story.at(16, atHome(systolic("86"))), Flag.ATTRIBUTION_ENDED, 16))
                .isFalse();
    }

    @Test
    void theEndOfAnAttributionIsToldForALowSpo2AtHome() {
        var story = febrile().at(10.5, attributed(Component.HYPOXIA, 10, 15)).at(12, atHome(spo2("88")));

        assertThat(up(story, Flag.ATTRIBUTION_ENDED, 15)).isTrue();
        assertThat(up(story.at(16, spo2("97")), Flag.ATTRIBUTION_ENDED, 16)).isFalse();
    }

    /// What the hospital has to look at is not replaced by what was typed at home.
    @Test
    void anArtefactAtHomeStandsBesideThatOfTheHospital() {
        var story = begin().at(10, systolic("8")).at(11, atHome(systolic("9")));

        assertThat(story.at(11.0).crs().leftOut())
                .extracting(evidence -> Sentences.of(evidence).text())
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).startsWith("SBP 8 mm[Hg] is outside"),
                        text -> assertThat(text).startsWith("SBP 9 mm[Hg] (home, not confirmed) is outside"));
    }

    @Test
    void aRetractedReadingLeavesNoTrace() {
        var story = begin().at(10, atHome(temperature("38.6"))).at(12, retracted("o-1"));

        assertThat(story.crs(11)).isEqualTo(Grade.UNKNOWN);
        assertThat(story.at(11.0).crs().course()).isEmpty();
    }

    @Test
    void theGradeIsToldAsItWasKnown() {
        var reading = received("r-1", hour(10), hour(15), atHome(temperature("38.6")));
        var withdrawal = received(
                "r-2", hour(20), hour(20), new Retraction(RetractionTarget.of(reading.id()), "another person's"));
        var grading = new InMemoryGrading(
                Policy.DEFAULT, new Patient(Story.INFUSION, 50, Baseline.NONE), List.of(withdrawal, reading));

        assertThat(grading.report(hour(12), hour(14)).crs().grade()).isEqualTo(Grade.UNKNOWN);
        assertThat(grading.report(hour(12), hour(15)).crs().grade()).isEqualTo(Grade.ONE);
        assertThat(grading.report(hour(12), hour(20)).crs().grade()).isEqualTo(Grade.UNKNOWN);
    }

    private static Observation received(String id, Instant at, Instant received, Content content) {
        return new Observation(ObservationIds.of(id), new PatientId("p-1"), at, received, content);
    }

    @Test
    void aStoredChartGoesOnTheSame() {
        var story = febrile()
                .at(11, atHome(temperature("38.6")))
                .at(12, atHome(systolic("86")))
                .at(13, atHome(spo2("88")))
                .at(14, atHome(spo2("97")))
                .at(15, answered(HomeSign.CONFUSION))
                .at(16, atHome(spo2("7")));

        var chart = story.progress().chart();

        assertThat(ChartText.read(ChartText.of(chart))).isEqualTo(chart);
    }

    @Test
    void aSignThatACaregiverReportsIsAnEarlySignForADay() {
        var story = begin().at(10, answered(HomeSign.SPEECH));

        assertThat(up(story, Flag.EARLY_SIGN, 34)).isTrue();
        assertThat(up(story, Flag.EARLY_SIGN, hour(34).plus(STEP))).isFalse();
        assertThat(story.icans(10)).isEqualTo(Grade.UNKNOWN);
    }

    @Test
    void theAnswersOfACaregiverTakeNoSignAway() {
        var story = begin().at(10, answered(HomeSign.SPEECH)).at(12, answered());

        assertThat(up(story, Flag.EARLY_SIGN, 13)).isTrue();
        assertThat(up(begin().at(10, answered()), Flag.EARLY_SIGN, 10)).isFalse();
    }

    /// Of a random patient some readings were taken at home. No grade is lower with them than without them, and
    /// none is 0 that is not known without them.
    @Test
    void readingsAtHomeNeverLowerAGrade() {
        Seeds.some(seed -> {
            var with = someAtHome(seed);
            var without = withoutHome(with);

            for (var syndrome : Syndrome.values()) {
                assertNoneLower(grades(without, syndrome), grades(with, syndrome));
            }
        });
    }

    private static void assertNoneLower(NavigableMap<Instant, Grade> without, NavigableMap<Instant, Grade> with) {
        var instants = new TreeSet<>(without.keySet());
        instants.addAll(with.keySet());
        for (var at : instants) {
            var before = without.floorEntry(at).getValue();
            var after = with.floorEntry(at).getValue();
            if (before == Grade.UNKNOWN) {
                assertThat(after).as("at " + at).isNotEqualTo(Grade.ZERO);
            } else {
                assertThat(after).as("at " + at).isNotEqualTo(Grade.UNKNOWN);
                assertThat(before.above(after))
                        .as(before + " to " + after + " at " + at)
                        .isFalse();
            }
        }
    }

    @Test
    void readingsAtHomeTakeNoFlagOfTheHospitalAway() {
        Seeds.some(seed -> {
            var with = someAtHome(seed);
            var without = withoutHome(with);

            assertThat(changes(with)).isEqualTo(changes(without));
            for (var at : with.instants(new SplittableRandom(seed), 8)) {
                assertThat(with.report(at).crs().flags())
                        .as("at " + at)
                        .containsAll(without.report(at).crs().flags().stream()
                                .filter(ONLY_RAISED::contains)
                                .toList());
            }
        });
    }

    private static List<String> changes(PatientTimeline timeline) {
        return timeline.whole().flags().stream()
                .filter(change -> OF_THE_HOSPITAL.contains(change.flag()))
                .map(change -> change.at() + " " + change.flag() + " " + change.up())
                .sorted()
                .toList();
    }

    @Test
    void readingsAtHomeCloseNoCourseAndLowerNoPeak() {
        Seeds.some(seed -> {
            var with = someAtHome(seed);
            var without = withoutHome(with);
            for (var at : with.instants(new SplittableRandom(seed), 8)) {
                var hospital = without.report(at).crs();
                var both = with.report(at).crs();

                hospital.onset()
                        .ifPresent(onset -> assertThat(both.onset())
                                .as("at " + at)
                                .hasValueSatisfying(begin -> assertThat(begin).isBeforeOrEqualTo(onset)));
                hospital.peak()
                        .ifPresent(peak -> assertThat(both.peak())
                                .as("at " + at)
                                .hasValueSatisfying(
                                        reached -> assertThat(peak.grade().above(reached.grade()))
                                                .isFalse()));
            }
        });
    }

    private static PatientTimeline withoutHome(PatientTimeline with) {
        return timeline(
                with,
                with.grading().observations().stream()
                        .filter(observation -> !isAtHome(observation))
                        .toList());
    }

    @Test
    void theOrderOfArrivalAndWithinAnInstantNeverMatters() {
        Seeds.some(seed -> {
            var timeline = someAtHome(seed);
            var shuffled = new ArrayList<>(timeline.observations());
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.sort(Comparator.comparing(Observation::effectiveAt));

            var progress = timeline.grader().advance(timeline.begin(), shuffled, timeline.end());

            assertThat(tracks(progress)).isEqualTo(tracks(timeline.whole()));
        });
    }

    @Test
    void aChartInPiecesGoesOnTheSame() {
        Seeds.some(seed -> {
            var timeline = someAtHome(seed);
            var chart = timeline.begin();
            for (var cut : timeline.instants(new SplittableRandom(seed), 8)) {
                chart = timeline.advance(ChartText.read(ChartText.of(chart)), cut)
                        .chart();
            }

            assertThat(timeline.advance(chart, timeline.end()).chart())
                    .isEqualTo(timeline.whole().chart());
        });
    }

    private static String tracks(Progress progress) {
        var changes = progress.changes().stream()
                .map(change -> change.syndrome() + " " + change.from() + "-" + change.to() + " at " + change.at())
                .toList();
        return changes + " " + progress.chart().crs().track() + " "
                + progress.chart().icans().track();
    }

    private static PatientTimeline someAtHome(long seed) {
        var random = new SplittableRandom(seed);
        var timeline = PatientTimeline.random(seed);
        var mixed = timeline.grading().observations().stream()
                .map(observation -> random.nextInt(ONE_IN) == 0 ? atHome(observation) : observation)
                .toList();
        return timeline(timeline, mixed);
    }

    private static PatientTimeline timeline(PatientTimeline like, List<Observation> observations) {
        var grading = new InMemoryGrading(Policy.DEFAULT, like.grading().patient(), observations);
        return new PatientTimeline(
                grading, grading.grader(Instant.MAX), grading.graded(like.end(), Instant.MAX), like.end());
    }

    private static boolean isAtHome(Observation observation) {
        return observation.content() instanceof VitalSigns signs && signs.atHome();
    }

    private static Observation atHome(Observation observation) {
        return observation.content() instanceof VitalSigns signs
                ? new Observation(
                        observation.id(),
                        observation.patientId(),
                        observation.effectiveAt(),
                        observation.receivedAt(),
                        atHome(signs))
                : observation;
    }

    /// Each grade by the instant from which it holds.
    private static NavigableMap<Instant, Grade> grades(PatientTimeline timeline, Syndrome syndrome) {
        var grades = new TreeMap<Instant, Grade>();
        grades.put(timeline.begin().asOf(), Grade.UNKNOWN);
        timeline.whole().changes().stream()
                .filter(change -> change.syndrome() == syndrome)
                .forEach(change -> grades.put(change.at(), change.to()));
        return grades;
    }
}
