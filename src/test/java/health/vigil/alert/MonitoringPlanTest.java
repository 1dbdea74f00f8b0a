package health.vigil.alert;

import health.vigil.grading.Grade;
import health.vigil.grading.UnconfirmedRecord;
import health.vigil.grading.UnconfirmedRecord.RecordKind;
import health.vigil.observation.Analyte;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static health.vigil.alert.PlanStory.INFUSED;
import static health.vigil.alert.PlanStory.WELL;
import static health.vigil.alert.PlanStory.after;
import static health.vigil.alert.PlanStory.allDone;
import static health.vigil.alert.PlanStory.quietSince;
import static health.vigil.alert.PlanStory.severity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MonitoringPlanTest {
    private static final Instant NOW = after(Duration.ofHours(50));
    private static final Duration STEP = Duration.ofNanos(1000);
    private static final Duration FORTNIGHT = Duration.ofDays(14);

    private static Duration until(List<DueCheck> due, Check check) {
        return due.stream()
                .filter(each -> each.check() == check)
                .map(each -> Duration.between(NOW, each.dueAt()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "ZERO, ZERO, 4, 12, 24",
        "ONE, ZERO, 2, 8, 24",
        "TWO, ZERO, 2, 8, 24",
        "THREE, ZERO, 1, 8, 12",
        "FOUR, ZERO, 1, 8, 12",
        "ZERO, ONE, 4, 8, 24",
        "ZERO, TWO, 4, 4, 24",
        "ZERO, THREE, 4, 2, 24",
        "ZERO, FOUR, 4, 1, 24",
        "THREE, THREE, 1, 2, 12"
    })
    void theWorseTheGradesTheMoreOftenAPatientIsChecked(
            Grade crs, Grade icans, int vitalHours, int neuroHours, int labHours) {
        var due = allDone(NOW).due(severity(crs, icans), NOW);

        assertThat(until(due, Check.VITAL_SIGNS)).isEqualTo(Duration.ofHours(vitalHours));
        assertThat(until(due, Check.ICE)).isEqualTo(Duration.ofHours(neuroHours));
        assertThat(until(due, Check.LABS)).isEqualTo(Duration.ofHours(labHours));
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN, ZERO, 2, 8", "ZERO, UNKNOWN, 4, 4", "UNKNOWN, UNKNOWN, 2, 4", "UNKNOWN, FOUR, 2, 1"})
    void aGradeThatIsNotKnownIsCheckedAsGradeTwo(Grade crs, Grade icans, int vitalHours, int neuroHours) {
        var due = allDone(NOW).due(severity(crs, icans), NOW);

        assertThat(until(due, Check.VITAL_SIGNS)).isEqualTo(Duration.ofHours(vitalHours));
        assertThat(until(due, Check.ICE)).isEqualTo(Duration.ofHours(neuroHours));
    }

    /// Every 15 min until 1 h after the infusion, then hourly until 4 h after it, then by the grade.
    @ParameterizedTest
    @CsvSource({
        "PT0S, PT15M",
        "PT45M, PT60M",
        "PT45.000001M, PT1H45.000001M",
        "PT46M, PT1H46M",
        "PT3H, PT4H",
        "PT3H0.000001S, PT7H0.000001S",
        "PT4H, PT8H"
    })
    void vitalSignsAreDueCloselyAfterTheInfusion(String last, String due) {
        var at = after(duration(last));

        assertThat(allDone(at).due(Check.VITAL_SIGNS, WELL, at).dueAt()).isEqualTo(after(duration(due)));
    }

    private static Duration duration(String text) {
        return Duration.parse(text.replace("45.000001M", "45M0.000001S"));
    }

    @Test
    void theFirstHoursBeginAtTheEndOfTheInfusionWhereItIsCharted() {
        var last = after(Duration.ofMinutes(70));
        var story = allDone(last).infusionEnded(after(Duration.ofMinutes(40)));

        assertThat(story.due(Check.VITAL_SIGNS, WELL, last).dueAt()).isEqualTo(after(Duration.ofMinutes(85)));
    }

    @Test
    void aCheckThatWasMissedInTheFirstHourStaysOverdueAfterIt() {
        var story = allDone(after(Duration.ofMinutes(40)));

        assertThat(story.due(Check.VITAL_SIGNS, WELL, after(Duration.ofHours(3)))
                        .dueAt())
                .isEqualTo(after(Duration.ofMinutes(55)));
    }

    @Test
    void theFirstHoursNeverAskLessOftenThanTheGrade() {
        var often = new VitalSignsPlan(
                FirstHours.DEFAULT,
                Duration.ofMinutes(30),
                Duration.ofMinutes(20),
                Duration.ofMinutes(10),
                Duration.ofHours(8),
                FORTNIGHT,
                Duration.ofDays(2));
        var facts = allDone(INFUSED).facts();

        assertThat(often.cadence(facts, severity(Grade.THREE, Grade.ZERO), INFUSED)
                        .next(INFUSED))
                .isEqualTo(after(Duration.ofMinutes(10)));
    }

    @Test
    void vitalSignsAreRarerAfterAFortnightWhenBothGradesWereZeroForTwoDays() {
        var at = after(FORTNIGHT);
        var quiet = quietSince(at.minus(Duration.ofDays(2)));

        assertThat(hoursLater(at, quiet)).isEqualTo(8);
        assertThat(hoursLater(at, quietSince(at.minus(Duration.ofDays(2)).plus(STEP))))
                .isEqualTo(4);
        assertThat(hoursLater(at, WELL)).isEqualTo(4);
        assertThat(hoursLater(at, severity(Grade.ONE, Grade.ZERO))).isEqualTo(2);
        assertThat(hoursLater(at, severity(Grade.UNKNOWN, Grade.ZERO))).isEqualTo(2);
        assertThat(hoursLater(at.minus(Duration.ofHours(4)), quiet)).isEqualTo(4);
        assertThat(hoursLater(at.minus(Duration.ofHours(4)).plus(STEP), quietSince(INFUSED)))
                .isEqualTo(8);
    }

    private static long hoursLater(Instant at, Severity severity) {
        return Duration.between(
                        at, allDone(at).due(Check.VITAL_SIGNS, severity, at).dueAt())
                .toHours();
    }

    @Test
    void iceIsDueTwiceADayHoweverQuietAndLate() {
        var at = after(Duration.ofDays(20));

        assertThat(allDone(at).due(Check.ICE, quietSince(INFUSED), at).dueAt())
                .isEqualTo(at.plus(Duration.ofHours(12)));
    }

    @Test
    void vitalSignsAreAsOldAsTheOlderOfTemperatureAndPressure() {
        var warm = NOW.minus(Duration.ofHours(3));
        var story = allDone(NOW).seen(CheckPart.Bedside.TEMPERATURE, warm);

        var due = story.due(Check.VITAL_SIGNS, WELL, NOW);

        assertThat(due.dueAt()).isEqualTo(warm.plus(Duration.ofHours(4)));
        assertThat(due.parts())
                .containsExactly(
                        new PartAge(CheckPart.Bedside.TEMPERATURE, Optional.of(warm), warm.plus(Duration.ofHours(4))),
                        new PartAge(CheckPart.Bedside.BLOOD_PRESSURE, Optional.of(NOW), NOW.plus(Duration.ofHours(4))));
        assertThat(due.missing(NOW)).isEmpty();
        assertThat(due.missing(warm.plus(Duration.ofHours(4))))
                .extracting(PartAge::part)
                .containsExactly(CheckPart.Bedside.TEMPERATURE);
    }

    @ParameterizedTest
    @EnumSource(names = {"SPO2", "CONSCIOUSNESS", "OXYGEN"})
    void noOtherReadingIsVitalSigns(CheckPart.Bedside other) {
        var story = new PlanStory().vitalSigns(NOW.minus(Duration.ofHours(22))).seen(other, NOW);

        assertThat(story.due(Check.VITAL_SIGNS, WELL, NOW).overdueAt(NOW)).isTrue();
    }

    @Test
    void theLaboratoryIsAsOldAsTheOldestOfTheSet() {
        var old = NOW.minus(Duration.ofHours(20));
        var story = allDone(NOW).result(Analyte.FIBRINOGEN, old).without(Analyte.IL_6);

        assertThat(story.due(Check.LABS, WELL, NOW).dueAt()).isEqualTo(old.plus(Duration.ofHours(24)));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "PLATELETS",
                "NEUTROPHILS",
                "HAEMOGLOBIN",
                "CRP",
                "FERRITIN",
                "CREATININE",
                "BILIRUBIN",
                "FIBRINOGEN"
            })
    void theLaboratoryIsNotDoneWithoutOneOfTheSet(Analyte missing) {
        var due = allDone(NOW).without(missing).due(Check.LABS, WELL, NOW);

        assertThat(due.overdueAt(NOW)).isTrue();
        assertThat(due.missing(NOW))
                .extracting(age -> age.part().word(), PartAge::lastAt)
                .containsExactly(Tuple.tuple(missing.word(), Optional.empty()));
    }

    @Test
    void altOrAstIsEnough() {
        assertThat(allDone(NOW).without(Analyte.ALT).due(Check.LABS, WELL, NOW).overdueAt(NOW))
                .isFalse();
        assertThat(allDone(NOW).without(Analyte.AST).due(Check.LABS, WELL, NOW).overdueAt(NOW))
                .isFalse();
        assertThat(allDone(NOW)
                        .without(Analyte.ALT)
                        .without(Analyte.AST)
                        .due(Check.LABS, WELL, NOW)
                        .missing(NOW))
                .extracting(age -> age.part().label())
                .containsExactly("ALT or AST");
    }

    @ParameterizedTest
    @CsvSource({"TWO, false", "THREE, true", "FOUR, true"})
    void aLevelOfConsciousnessIsEnoughFromIcansThreeOn(Grade icans, boolean enough) {
        var story = allDone(NOW.minus(Duration.ofHours(6))).seen(CheckPart.Bedside.CONSCIOUSNESS, NOW);

        assertThat(story.due(Check.ICE, severity(Grade.ZERO, icans), NOW).overdueAt(NOW))
                .isEqualTo(!enough);
    }

    @Test
    void aWholeIceIsEnoughAtIcansThreeToo() {
        var due = allDone(NOW).due(Check.ICE, severity(Grade.ZERO, Grade.THREE), NOW);

        assertThat(due.parts())
                .containsExactly(
                        new PartAge(CheckPart.Bedside.CONSCIOUSNESS, Optional.of(NOW), NOW.plus(Duration.ofHours(2))));
    }

    @Test
    void aCheckThatWasNeverDoneIsDueFromTheInfusionOn() {
        assertThat(new PlanStory().child().due(WELL, NOW))
                .extracting(DueCheck::check, DueCheck::dueAt)
                .containsExactly(
                        Tuple.tuple(Check.VITAL_SIGNS, after(Duration.ofMinutes(15))),
                        Tuple.tuple(Check.CAPD, after(Duration.ofHours(12))),
                        Tuple.tuple(Check.LABS, after(Duration.ofHours(24))));
    }

    @Test
    void whoeverIsAdmittedLateIsDueForEachCheckOnce() {
        assertThat(new PlanStory().due(Severity.UNKNOWN, after(Duration.ofDays(5))))
                .filteredOn(due -> due.overdueAt(after(Duration.ofDays(5))))
                .extracting(DueCheck::check)
                .containsExactly(Check.VITAL_SIGNS, Check.ICE, Check.LABS);
    }

    @Test
    void aCheckIsOverdueFromTheInstantItIsDue() {
        var due = new DueCheck(Check.ICE, NOW, List.of(), Optional.empty(), Optional.empty());

        assertThat(due.overdueAt(NOW.minus(STEP))).isFalse();
        assertThat(due.overdueAt(NOW)).isTrue();
        assertThat(due.overdueAt(NOW.plus(STEP))).isTrue();
    }

    @Test
    void theBaselineIsDueBeforeTheInfusionAndNothingElseIs() {
        var due = new PlanStory().baseline(Optional.empty()).due(WELL, INFUSED.minusSeconds(3600));

        assertThat(due)
                .containsExactly(
                        new DueCheck(Check.BASELINE_ICE, INFUSED, List.of(), Optional.empty(), Optional.empty()));
    }

    @Test
    void aBaselineOlderThanThreeDaysBeforeTheInfusionIsNone() {
        var oldest = INFUSED.minus(Duration.ofDays(3));

        assertThat(baselineDue(oldest.minus(STEP))).isTrue();
        assertThat(baselineDue(oldest)).isFalse();
        assertThat(baselineDue(oldest.plus(STEP))).isFalse();
    }

    private static boolean baselineDue(Instant taken) {
        return new PlanStory()
                .child().baseline(Optional.of(taken)).due(WELL, NOW).stream()
                        .anyMatch(due -> due.check() == Check.BASELINE_CAPD);
    }

    @Test
    void supportThatNobodyChartedIsToBeConfirmedFromWhenTheFlagIsUp() {
        var recorded = NOW.minus(Duration.ofHours(13));
        var since = NOW.minus(Duration.ofHours(1));
        var pump = new UnconfirmedRecord(RecordKind.VASOPRESSOR, recorded, since);
        var cannula = new UnconfirmedRecord(RecordKind.OXYGEN, recorded.plusSeconds(60), since.plusSeconds(60));

        var due = allDone(NOW).due(Check.CONFIRM_SUPPORT, severity(cannula, pump), NOW);

        assertThat(due.dueAt()).isEqualTo(since);
        assertThat(due.parts())
                .containsExactly(
                        PartAge.of(CheckPart.Bedside.OXYGEN, recorded.plusSeconds(60), since.plusSeconds(60)),
                        PartAge.of(CheckPart.Bedside.VASOPRESSOR, recorded, since));
    }

    @Test
    void aSingleReadingIsToBeRepeatedAQuarterOfAnHourLater() {
        var pressure = new UnconfirmedRecord(RecordKind.BLOOD_PRESSURE, NOW, NOW);

        var due = allDone(NOW).due(Check.REPEAT_READING, severity(pressure), NOW);

        assertThat(due.dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
        assertThat(due.parts()).extracting(PartAge::part).containsExactly(CheckPart.Bedside.BLOOD_PRESSURE);
    }

    @Test
    void nobodyIsAskedWhereNothingIsUnconfirmed() {
        assertThat(allDone(NOW).due(severity(Grade.TWO, Grade.ZERO), NOW))
                .extracting(DueCheck::check)
                .containsExactly(Check.VITAL_SIGNS, Check.ICE, Check.LABS);
    }

    @Test
    void nobodyIsCheckedAfterTheEnd() {
        var ended = new PlanStory().baseline(Optional.empty()).ended(NOW);

        assertThat(ended.due(WELL, NOW)).isEmpty();
        assertThat(ended.due(WELL, NOW.minusSeconds(1))).isNotEmpty();
    }

    @Test
    void aPauseMovesWhatIsDueInItToItsEndAndNothingElse() {
        var end = NOW.plus(Duration.ofHours(6));
        var asleep = new Pause(Check.VITAL_SIGNS, Pause.PauseReason.ASLEEP, NOW, end);

        var due = allDone(NOW).paused(asleep).due(WELL, NOW);

        assertThat(due)
                .filteredOn(each -> each.pause().isPresent())
                .extracting(DueCheck::check, DueCheck::dueAt, DueCheck::pause)
                .containsExactly(Tuple.tuple(Check.VITAL_SIGNS, end, Optional.of(asleep)));
        assertThat(until(due, Check.ICE)).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void aPauseThatEndsBeforeTheCheckIsDueChangesNothing() {
        var nap = new Pause(Check.VITAL_SIGNS, Pause.PauseReason.ASLEEP, NOW, NOW.plusSeconds(600));

        assertThat(until(allDone(NOW).paused(nap).due(WELL, NOW), Check.VITAL_SIGNS))
                .isEqualTo(Duration.ofHours(4));
    }

    @Test
    void aPauseThatIsOverHasMadeTheCheckDueAtItsEnd() {
        var later = NOW.plus(Duration.ofHours(7));
        var end = NOW.plus(Duration.ofHours(6));
        var over = new Pause(Check.VITAL_SIGNS, Pause.PauseReason.REFUSED, NOW, end);

        var due = allDone(NOW).paused(over).due(Check.VITAL_SIGNS, WELL, later);

        assertThat(due.dueAt()).isEqualTo(end);
        assertThat(due.pause()).isEmpty();
    }

    @Test
    void aPlanThatChecksMoreRarelyWhenWorseIsRefused() {
        var two = Duration.ofHours(2);
        var four = Duration.ofHours(4);

        assertThatThrownBy(() ->
                        new VitalSignsPlan(FirstHours.DEFAULT, two, four, two, four, FORTNIGHT, Duration.ofDays(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "vital signs at CRS 3, at CRS 1, without CRS, and late: PT4H must not be longer than PT2H");
        assertThatThrownBy(() -> new NeuroPlan(four, four, four, two, four))
                .hasMessageContaining("neurological checks");
        assertThatThrownBy(() -> new LaboratoryPlan(two, four, LaboratoryPlan.DEFAULT.set()))
                .hasMessageContaining("laboratory");
        assertThatThrownBy(() -> new LaboratoryPlan(two, two, List.of()))
                .hasMessageContaining("the laboratory set names no analyte");
        assertThatThrownBy(() -> new LaboratoryPlan(two, Duration.ZERO, LaboratoryPlan.DEFAULT.set()))
                .hasMessageContaining("the interval PT0S is not above 0");
    }

    @Test
    void aCheckAlarmsAQuarterOfAnHourAfterItWasDue() {
        assertThat(MonitoringPlan.DEFAULT.grace()).isEqualTo(Duration.ofMinutes(15));
    }
}
