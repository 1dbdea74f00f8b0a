package health.vigil.grading;

import health.vigil.observation.Analyte;
import health.vigil.observation.AssessedSyndrome;
import health.vigil.observation.Component;
import health.vigil.observation.Content;
import health.vigil.observation.Culture;
import health.vigil.observation.DiseaseEvent;
import health.vigil.observation.GradeConfirmation;
import health.vigil.observation.GradedSyndrome;
import health.vigil.observation.LabResult;
import health.vigil.observation.ObservationId;
import health.vigil.observation.SyndromeAssessment;
import health.vigil.observation.Transfusion;
import health.vigil.observation.VasopressorAgent;
import health.vigil.observation.Weight;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.attributed;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.ice;
import static health.vigil.grading.Story.started;
import static health.vigil.grading.Story.stopped;
import static health.vigil.grading.Story.temperature;
import static health.vigil.grading.Story.tremor;
import static org.assertj.core.api.Assertions.assertThat;

/// The history of changes, the reports at every instant and the announced next changes agree.
class HistoryTest {
    @Test
    void everyChangeIsWhatTheReportsSayAroundIt() {
        Seeds.some(seed -> {
            var timeline = PatientTimeline.random(seed);
            for (var change : timeline.whole().changes()) {
                var now = timeline.report(change.at()).of(change.syndrome());
                var before = timeline.report(Windows.justBefore(change.at())).of(change.syndrome());

                assertThat(before.grade() + " to " + now.grade())
                        .as("" + change)
                        .isEqualTo(change.from() + " to " + change.to());
            }
        });
    }

    @Test
    void eachChangeBeginsWhereTheOneBeforeItEnded() {
        Seeds.some(seed -> {
            var grades = new EnumMap<Syndrome, Grade>(Syndrome.class);
            for (var change : PatientTimeline.random(seed).whole().changes()) {
                assertThat(change.from())
                        .as("" + change)
                        .isEqualTo(grades.getOrDefault(change.syndrome(), Grade.UNKNOWN));
                grades.put(change.syndrome(), change.to());
            }
        });
    }

    @Test
    void everyFlagGoesUpAndDownAsTheReportsSay() {
        Seeds.some(seed -> {
            var timeline = PatientTimeline.random(seed);
            for (var change : timeline.whole().flags()) {
                var now = timeline.report(change.at()).of(change.syndrome());

                assertThat(now.flags().contains(change.flag())).as("" + change).isEqualTo(change.up());
            }
        });
    }

    @Test
    void aGradeIsWhatItIsSinceItsLastChange() {
        Seeds.some(seed -> {
            var timeline = PatientTimeline.random(seed);
            for (var at : timeline.instants(new SplittableRandom(seed), 6)) {
                var report = timeline.report(at);
                for (var syndrome : Syndrome.values()) {
                    var since = timeline.whole().changes().stream()
                            .filter(change -> change.syndrome() == syndrome
                                    && !change.at().isAfter(at))
                            .filter(change -> report.of(syndrome).grade() != Grade.UNKNOWN)
                            .reduce((_, later) -> later)
                            .map(GradeChange::at);

                    assertThat(report.of(syndrome).since())
                            .as(syndrome + " at " + at)
                            .isEqualTo(since);
                }
            }
        });
    }

    @Test
    void nothingChangesByItselfButAtAnAnnouncedInstant() {
        Seeds.some(seed -> {
            var timeline = PatientTimeline.random(seed);
            var expected = new HashSet<>(timeline.observed());
            expected.addAll(announced(timeline));
            expected.add(timeline.end());

            var changes = timeline.whole();
            for (var change : changes.changes()) {
                assertThat(expected).as("" + change).contains(change.at());
            }
            for (var change : changes.flags()) {
                assertThat(expected).as("" + change).contains(change.at());
            }
        });
    }

    @Test
    void beforeTheInfusionTheInfusionIsAnnounced() {
        var report = Story.begin().at(-1.0);

        assertThat(report.nextChange()).contains(Story.INFUSION);
    }

    @Test
    void whereNothingMoreWillChangeNothingIsAnnounced() {
        assertThat(Story.begin().at(10.0).nextChange()).isEmpty();
    }

    @Test
    void whatAnObservationChangesNamesIt() {
        var progress = Story.begin().at(10, temperature("38")).progress();

        assertThat(grades(progress)).containsExactly("UNKNOWN to ONE at 10.0 h by o-1");
        assertThat(flags(progress)).containsExactly("TEMPERATURE_STALE down at 10.0 h by o-1");
    }

    @Test
    void whatTimeChangesNamesNothing() {
        var progress = Story.begin().at(10, temperature("38")).progress(hour(34).plus(STEP));

        assertThat(grades(progress))
                .containsExactly("UNKNOWN to ONE at 10.0 h by o-1", "ONE to UNKNOWN at 34.0 h by time");
        assertThat(flags(progress).getLast()).isEqualTo("TEMPERATURE_STALE up at 34.0 h by time");
    }

    static Stream<Content> whatNoGradeReads() {
        return Stream.of(
                new Transfusion(Transfusion.Product.PLATELETS, Optional.empty(), Transfusion.TransfusionReason.COUNT),
                new Culture("blood", Culture.Result.TAKEN, Optional.empty()),
                new DiseaseEvent(DiseaseEvent.What.PROGRESSION),
                new Weight(new BigDecimal("70")),
                new SyndromeAssessment(AssessedSyndrome.IEC_HS, true, Optional.empty(), "ferritin"),
                new GradeConfirmation(
                        GradedSyndrome.CRS, Optional.of(2), Optional.empty(), 4, Optional.empty(), Optional.empty()),
                new LabResult(
                        Analyte.CRP,
                        new BigDecimal("5"),
                        "mg/L",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("whatNoGradeReads")
    void anObservationThatNoGradeReadsIsNotNamedForWhatTimeChanges(Content content) {
        var end = hour(34).plus(STEP);
        var story = Story.begin().at(10, temperature("38")).at(10, ice(10));
        var without = story.progress(end);

        assertThat(story.at(end, content).progress(end)).isEqualTo(without);
        assertThat(without.changes().stream().filter(change -> change.at().equals(end)))
                .extracting(GradeChange::syndrome)
                .containsExactlyInAnyOrder(Syndrome.CRS, Syndrome.ICANS);
    }

    @Test
    void whatAnAttributionChangesNamesItWhereItBeginsAndWhereItEnds() {
        var story = Story.begin()
                .at(9, attributed(Component.HYPOXIA, 9))
                .at(10, temperature("38"))
                .at(10, started(VasopressorAgent.DOPAMINE))
                .at(20, attributed(Component.HYPOTENSION, 12, 14));

        var progress = story.progress();

        assertThat(grades(progress))
                .containsExactly(
                        "UNKNOWN to THREE at 10.0 h by o-3",
                        "THREE to ONE at 12.0 h by o-4",
                        "ONE to THREE at 14.0 h by o-4");
        assertThat(flags(progress).stream()
                        .filter(told -> told.startsWith("ATTRIBUTED"))
                        .toList())
                .containsExactly(
                        "ATTRIBUTED_HYPOXIA up at 9.0 h by o-1",
                        "ATTRIBUTED_HYPOTENSION up at 12.0 h by o-4",
                        "ATTRIBUTED_HYPOTENSION down at 14.0 h by o-4");
    }

    @Test
    void aChangeByTwoObservationsThatNoReasonNamesNamesTheFirst() {
        var story = Story.begin()
                .at(10, temperature("38"))
                .at(10, started(VasopressorAgent.DOPAMINE))
                .at(12, stopped(VasopressorAgent.DOPAMINE))
                .at(12, temperature("37"));

        assertThat(grades(story.progress()).getLast()).isEqualTo("THREE to ONE at 12.0 h by o-3");
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, ZERO, false",
        "UNKNOWN, ONE, true",
        "ZERO, ONE, true",
        "ONE, THREE, true",
        "FOUR, FIVE, true",
        "THREE, ONE, false",
        "ONE, ZERO, false",
        "ONE, UNKNOWN, false"
    })
    void aRiseIsToAGradeAboveTheOneBeforeAndAboveZero(Grade from, Grade to, boolean rise) {
        var change = new GradeChange(Syndrome.CRS, hour(10), from, to, Optional.empty());

        assertThat(change.rise()).isEqualTo(rise);
    }

    @Test
    void aChartTellsTheGradeAndWhetherOneWasEverKnown() {
        var chart = Story.begin().at(10, temperature("38")).progress(hour(100)).chart();

        assertThat(chart.grade(Syndrome.CRS)).isEqualTo(Grade.UNKNOWN);
        assertThat(chart.graded(Syndrome.CRS)).isTrue();
        assertThat(chart.graded(Syndrome.ICANS)).isFalse();
    }

    @Test
    void aChartTellsTheFlagsThatAreUp() {
        var chart = Story.begin()
                .at(10, started(VasopressorAgent.VASOPRESSIN))
                .at(10, tremor())
                .progress()
                .chart();

        assertThat(chart.flags(Syndrome.CRS)).contains(Flag.VASOPRESSIN_ONLY).doesNotContain(Flag.EARLY_SIGN);
        assertThat(chart.flags(Syndrome.ICANS)).contains(Flag.EARLY_SIGN).doesNotContain(Flag.VASOPRESSIN_ONLY);
    }

    private static List<String> grades(Progress progress) {
        return progress.changes().stream()
                .filter(change -> change.syndrome() == Syndrome.CRS)
                .map(change -> change.from() + " to " + change.to() + cause(change.at(), change.cause()))
                .toList();
    }

    private static List<String> flags(Progress progress) {
        return progress.flags().stream()
                .filter(change -> change.syndrome() == Syndrome.CRS)
                .map(change -> change.flag() + (change.up() ? " up" : " down") + cause(change.at(), change.cause()))
                .toList();
    }

    private static String cause(Instant at, Optional<ObservationId> cause) {
        var minutes = Duration.between(Story.INFUSION, at).toMinutes();
        return " at " + minutes / 60.0 + " h by "
                + cause.map(ObservationId::value).orElse("time");
    }

    /// Moves to each announced next change, like a timer. Until then every report must be the same.
    private static Set<Instant> announced(PatientTimeline timeline) {
        var announced = new HashSet<Instant>();
        var chart = timeline.begin();
        var stops = timeline.observed();
        stops.add(timeline.end());
        for (var stop : stops) {
            chart = wakeUntil(timeline, chart, stop, announced);
            chart = timeline.advance(chart, stop).chart();
        }
        return announced;
    }

    private static Chart wakeUntil(PatientTimeline timeline, Chart chart, Instant stop, Set<Instant> announced) {
        var reached = chart;
        for (var next = next(timeline, reached); next.isBefore(stop); next = next(timeline, reached)) {
            assertThat(next)
                    .as("announced for " + next + " at " + reached.asOf())
                    .isAfter(reached.asOf());
            assertSameTill(timeline, reached, Windows.justBefore(next));
            announced.add(next);
            reached = timeline.advance(reached, next).chart();
        }
        assertSameTill(timeline, reached, Windows.justBefore(stop));
        return reached;
    }

    private static Instant next(PatientTimeline timeline, Chart chart) {
        return timeline.grader().report(chart, chart.asOf()).nextChange().orElse(Instant.MAX);
    }

    private static void assertSameTill(PatientTimeline timeline, Chart chart, Instant last) {
        if (last.isAfter(chart.asOf())) {
            assertThat(withoutReasons(timeline, chart, last))
                    .as("from " + chart.asOf())
                    .isEqualTo(withoutReasons(timeline, chart, chart.asOf()));
        }
    }

    /// The report without its reasons. Reasons also show readings that give no grade, and these age without a
    /// change of the grade.
    private static List<Object> withoutReasons(PatientTimeline timeline, Chart chart, Instant at) {
        var report = timeline.grader().report(chart, at);
        return Stream.of(report.crs(), report.icans())
                .<Object>flatMap(syndrome -> Stream.of(
                        syndrome.grade(),
                        syndrome.reason(),
                        syndrome.since(),
                        syndrome.onset(),
                        syndrome.flags(),
                        syndrome.peak()))
                .toList();
    }
}
