package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.DeathCause;
import health.vigil.observation.Drug;
import health.vigil.observation.FluidReason;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.VasopressorAgent;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static health.vigil.grading.Story.attributed;
import static health.vigil.grading.Story.bolus;
import static health.vigil.grading.Story.died;
import static health.vigil.grading.Story.given;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.mean;
import static health.vigil.grading.Story.oxygen;
import static health.vigil.grading.Story.roomAir;
import static health.vigil.grading.Story.spo2;
import static health.vigil.grading.Story.started;
import static health.vigil.grading.Story.stopped;
import static health.vigil.grading.Story.systolic;
import static health.vigil.grading.Story.temperature;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// CRS: the consensus table row by row, and every number at, just under and just over its limit.
class CrsTableTest {
    private static Story febrile() {
        return Story.begin().at(10, temperature("38.6"));
    }

    @ParameterizedTest
    @CsvSource({"37.9, ZERO", "37.96, ZERO", "37.999999, ZERO", "38.0, ONE", "38, ONE", "38.1, ONE"})
    void feverIsAtOrAboveTheThreshold(String celsius, Grade grade) {
        assertEquals(grade, Story.begin().at(10, temperature(celsius)).crs(10));
    }

    @Test
    void oneFeverCountsForItsWindow() {
        var story = febrile().at(34, temperature("37.0"));

        assertEquals(Grade.ONE, story.crs(hour(34)));
        assertEquals(Grade.ZERO, story.crs(hour(34).plus(Story.STEP)));
    }

    @ParameterizedTest
    @CsvSource({"89, TWO", "89.9, TWO", "90, ONE", "91, ONE"})
    void anAdultIsHypotensiveUnder90(String systolic, Grade grade) {
        assertEquals(grade, febrile().at(11, systolic(systolic)).crs(11));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 69, TWO",
        "0, 70, ONE",
        "1, 71, TWO",
        "1, 72, ONE",
        "8, 85, TWO",
        "8, 86, ONE",
        "10, 89, TWO",
        "10, 90, ONE",
        "11, 89, TWO",
        "11, 90, ONE",
        "17, 89, TWO",
        "17, 90, ONE"
    })
    void theSystolicLimitFollowsAge(int age, String systolic, Grade grade) {
        assertEquals(grade, febrile().aged(age).at(11, systolic(systolic)).crs(11));
    }

    @ParameterizedTest
    @CsvSource({"18, 64.9, TWO", "18, 65, ONE", "17, 50, ONE"})
    void aMeanPressureCountsFrom18On(int age, String mean, Grade grade) {
        assertEquals(grade, febrile().aged(age).at(11, mean(mean)).crs(11));
    }

    @ParameterizedTest
    @CsvSource({"160, 99, TWO", "160, 100, ONE", "125, 99, TWO", "124, 99.2, ONE", "124, 99.1, TWO"})
    void anAdultFarUnderTheBaselineAndUnder100IsHypotensive(String baseline, String systolic, Grade grade) {
        assertEquals(
                grade,
                febrile().baselineSystolic(baseline).at(11, systolic(systolic)).crs(11));
    }

    @ParameterizedTest
    @CsvSource({"92, 87.4, ONE", "92, 87.3, TWO", "80, 76, ONE", "80, 75.9, TWO"})
    void aPressureAtTheOwnBaselineIsNeverHypotension(String baseline, String systolic, Grade grade) {
        assertEquals(
                grade,
                febrile().baselineSystolic(baseline).at(11, systolic(systolic)).crs(11));
    }

    @Test
    void onlyTheNewestPressureIsJudged() {
        var story = febrile().at(11, systolic("80")).at(12, systolic("110"));

        assertEquals(Grade.TWO, story.crs(11.5));
        assertEquals(Grade.ONE, story.crs(12));
    }

    @Test
    void aPressureCountsForTwelveHours() {
        var story = febrile().at(11, systolic("80"));

        assertEquals(Grade.TWO, story.crs(hour(23)));
        assertEquals(Grade.ONE, story.crs(hour(23).plus(Story.STEP)));
    }

    @Test
    void aBolusForHypotensionCountsForSixHours() {
        var story = febrile().at(11, bolus(FluidReason.HYPOTENSION));

        assertEquals(Grade.TWO, story.crs(hour(17)));
        assertEquals(Grade.ONE, story.crs(hour(17).plus(Story.STEP)));
    }

    @Test
    void aBolusForHydrationNeverCounts() {
        assertEquals(Grade.ONE, febrile().at(11, bolus(FluidReason.HYDRATION)).crs(11));
    }

    @ParameterizedTest
    @EnumSource(VasopressorAgent.class)
    void anyVasopressorIsGradeThreeAndAnInotropeIsNone(VasopressorAgent agent) {
        var report = febrile().at(11, started(agent)).at(12.0).crs();

        assertEquals(agent.inotrope() ? Grade.ONE : Grade.THREE, report.grade());
        assertEquals(agent.inotrope(), report.flags().contains(Flag.INOTROPE_NOT_COUNTED));
        assertEquals(agent == VasopressorAgent.VASOPRESSIN, report.flags().contains(Flag.VASOPRESSIN_ONLY));
    }

    @Test
    void twoVasopressorsAreMultipleOnceTheyRanThirtyMinutesTogether() {
        var story = febrile()
                .at(11, started(VasopressorAgent.NOREPINEPHRINE))
                .at(12, started(VasopressorAgent.EPINEPHRINE));
        var multiple = hour(12).plus(Duration.ofMinutes(30));

        assertEquals(Grade.THREE, story.crs(multiple.minus(Story.STEP)));
        assertEquals(Grade.FOUR, story.crs(multiple));
    }

    @Test
    void vasopressinDoesNotMakeThemMultiple() {
        var story = febrile()
                .at(11, started(VasopressorAgent.NOREPINEPHRINE))
                .at(11, started(VasopressorAgent.VASOPRESSIN));

        assertEquals(Grade.THREE, story.crs(20));
    }

    @Test
    void anotherStartOfARunningAgentChangesNothing() {
        var story = febrile()
                .at(11, started(VasopressorAgent.NOREPINEPHRINE))
                .at(11, started(VasopressorAgent.EPINEPHRINE))
                .at(11.4, started(VasopressorAgent.EPINEPHRINE));

        assertEquals(Grade.FOUR, story.crs(11.5));
    }

    @Test
    void aStopActsBeforeAStartAtOneInstant() {
        var story = febrile()
                .at(11, started(VasopressorAgent.NOREPINEPHRINE))
                .at(11, started(VasopressorAgent.EPINEPHRINE))
                .at(12, started(VasopressorAgent.EPINEPHRINE))
                .at(12, stopped(VasopressorAgent.EPINEPHRINE));

        assertEquals(Grade.FOUR, story.crs(11.9));
        assertEquals(Grade.THREE, story.crs(12.4));
        assertEquals(Grade.FOUR, story.crs(12.5));
    }

    @Test
    void ofThreeTheSecondThatStillRunsMeasuresTheOverlap() {
        var story = febrile()
                .at(11, started(VasopressorAgent.NOREPINEPHRINE))
                .at(12, started(VasopressorAgent.EPINEPHRINE))
                .at(12.25, started(VasopressorAgent.DOPAMINE))
                .at(12.3, stopped(VasopressorAgent.NOREPINEPHRINE));

        assertEquals(Grade.THREE, story.crs(12.74));
        assertEquals(Grade.FOUR, story.crs(12.75));
    }

    @ParameterizedTest
    @CsvSource({
        "NASAL_CANNULA, 6, TWO",
        "NASAL_CANNULA, 6.1, THREE",
        "HIGH_FLOW_NASAL_CANNULA, 6, TWO",
        "HIGH_FLOW_NASAL_CANNULA, 6.01, THREE",
        "NASAL_CANNULA, 81, TWO",
        "BLOW_BY, 10, TWO",
        "SIMPLE_MASK, 2, THREE",
        "VENTURI_MASK, 4, THREE",
        "NON_REBREATHER, 15, THREE",
        "CPAP, 1, FOUR",
        "BIPAP, 1, FOUR",
        "VENTILATOR, 1, FOUR"
    })
    void aDeviceForHypoxiaGradesByTheTable(OxygenDevice device, String flow, Grade grade) {
        assertEquals(grade, febrile().at(11, oxygen(device, flow)).crs(11));
    }

    @ParameterizedTest
    @EnumSource(value = OxygenReason.class, names = "HYPOXIA", mode = EnumSource.Mode.EXCLUDE)
    void aDeviceForAnotherReasonIsNotHypoxia(OxygenReason reason) {
        var story = febrile().at(10.5, spo2("85")).at(11, oxygen(OxygenDevice.VENTILATOR, reason));

        assertEquals(Grade.ONE, story.crs(11));
    }

    @Test
    void anUnknownFlowIsLowFlow() {
        assertEquals(
                Grade.TWO,
                febrile()
                        .at(11, oxygen(OxygenDevice.NASAL_CANNULA, OxygenReason.HYPOXIA))
                        .crs(11));
    }

    @ParameterizedTest
    @CsvSource({"2, 2, ONE", "2, 2.1, TWO", "8, 7, ONE", "8, 8.5, THREE"})
    void aCannulaUpToTheHomeFlowIsNotHypoxia(String home, String flow, Grade grade) {
        assertEquals(
                grade,
                febrile()
                        .homeOxygen(home)
                        .at(11, oxygen(OxygenDevice.NASAL_CANNULA, flow))
                        .crs(11));
    }

    @ParameterizedTest
    @CsvSource({"89, TWO", "89.99, TWO", "90, ONE"})
    void lowSpo2OnRoomAirIsProvisionallyGradeTwo(String spo2, Grade grade) {
        assertEquals(grade, febrile().at(11, spo2(spo2)).crs(11));
        assertEquals(grade, febrile().at(10.5, roomAir()).at(11, spo2(spo2)).crs(11));
    }

    @Test
    void spo2CountsForTwelveHours() {
        var story = febrile().at(11, spo2("85"));

        assertTrue(story.at(hour(23)).crs().flags().contains(Flag.HYPOXIA_DEVICE_NOT_CHARTED));
        assertEquals(Grade.TWO, story.crs(hour(23)));
        assertEquals(Grade.ONE, story.crs(hour(23).plus(Story.STEP)));
    }

    @Test
    void ofTwoAtOneInstantTheOneThatGradesHigherCounts() {
        var story = febrile().at(11, systolic("110")).at(11, systolic("80")).at(11, systolic("120"));

        assertEquals(Grade.TWO, story.crs(11));
    }

    @Test
    void ofTwoDevicesAtOneInstantTheOneThatGradesHigherCounts() {
        var cannula = oxygen(OxygenDevice.NASAL_CANNULA, "2");
        var mask = oxygen(OxygenDevice.SIMPLE_MASK, "8");

        assertEquals(Grade.THREE, febrile().at(11, cannula).at(11, mask).crs(11));
        assertEquals(Grade.THREE, febrile().at(11, mask).at(11, cannula).crs(11));
    }

    @Test
    void hypotensionWithoutFeverIsNoGradeAndIsFlagged() {
        var report = Story.begin()
                .at(10, temperature("37.0"))
                .at(11, systolic("80"))
                .at(11.0)
                .crs();

        assertEquals(Grade.ZERO, report.grade());
        assertTrue(report.flags().contains(Flag.POSSIBLE_MASKED_CRS));
    }

    @ParameterizedTest
    @EnumSource(Drug.class)
    void feverIsNotRequiredOnceCrsIsTreated(Drug drug) {
        var story = febrile().at(30, given(drug)).at(36, systolic("80")).at(36, temperature("37"));
        var expected = drug.effect() == Drug.Effect.NONE ? Grade.ZERO : Grade.TWO;

        assertEquals(expected, story.crs(36));
    }

    @Test
    void treatmentBeforeTheOnsetWaivesNothing() {
        var story = Story.begin()
                .at(9, given(Drug.TOCILIZUMAB))
                .at(10, temperature("38.6"))
                .at(36, systolic("80"))
                .at(36, temperature("37"));

        assertEquals(Grade.ZERO, story.crs(36));
    }

    @Test
    void treatmentAtTheOnsetCounts() {
        var story = Story.begin()
                .at(10, given(Drug.TOCILIZUMAB))
                .at(10, temperature("38.6"))
                .at(36, systolic("80"))
                .at(36, temperature("37"));

        assertEquals(Grade.TWO, story.crs(36));
    }

    @Test
    void anAntipyreticWaivesForTwelveHours() {
        var story = febrile()
                .at(30, given(Drug.ACETAMINOPHEN))
                .at(35, systolic("80"))
                .at(35, temperature("37"));

        assertEquals(Grade.TWO, story.crs(hour(42)));
        assertEquals(Grade.ZERO, story.crs(hour(42).plus(Story.STEP)));
    }

    @Test
    void theNewestAntipyreticCounts() {
        var story = febrile()
                .at(20, given(Drug.ACETAMINOPHEN))
                .at(30, given(Drug.IBUPROFEN))
                .at(35, systolic("80"))
                .at(35, temperature("37"));

        assertEquals(Grade.TWO, story.crs(hour(42)));
    }

    @Test
    void theCourseEndsWhenNothingWasPresentForLongerThanADay() {
        var after = hour(58).plus(Story.STEP);
        var story =
                febrile().at(58, given(Drug.TOCILIZUMAB)).at(58, systolic("80")).at(59, temperature("37"));
        var late = febrile()
                .at(after, given(Drug.TOCILIZUMAB))
                .at(after, systolic("80"))
                .at(59, temperature("37"));

        assertEquals(Grade.TWO, story.crs(59));
        assertEquals(Grade.ZERO, late.crs(59));
    }

    @Test
    void aLaterFeverBeginsANewCourse() {
        var story = febrile().at(100, temperature("38.2"));

        assertEquals(hour(10), story.at(58.0).crs().onset().orElseThrow());
        assertTrue(story.at(hour(58).plus(Story.STEP)).crs().onset().isEmpty());
        assertEquals(hour(100), story.at(100.0).crs().onset().orElseThrow());
    }

    @Test
    void aStoppedVasopressorLeavesTheCourseADay() {
        var story = febrile()
                .at(12, given(Drug.TOCILIZUMAB))
                .at(13, started(VasopressorAgent.NOREPINEPHRINE))
                .at(60, stopped(VasopressorAgent.NOREPINEPHRINE));

        assertTrue(story.at(hour(84)).crs().onset().isPresent());
        assertTrue(story.at(hour(84).plus(Story.STEP)).crs().onset().isEmpty());
    }

    @Test
    void feverInsideAnAttributionNeverCounts() {
        var story = Story.begin().at(10, temperature("39")).at(11, attributed(Component.FEVER, 9, 12));

        assertEquals(Grade.ZERO, story.crs(10));
        assertEquals(Grade.ZERO, story.crs(13));
        assertTrue(story.at(10.0).crs().flags().contains(Flag.ATTRIBUTED_FEVER));
    }

    @Test
    void feverBeforeAnAttributionKeepsItsWindow() {
        var story = febrile().at(12, attributed(Component.FEVER, 11));

        assertEquals(Grade.ONE, story.crs(34));
    }

    @Test
    void anAttributedComponentIsZeroFromItsBeginningUpToItsEnd() {
        var story =
                febrile().at(11, started(VasopressorAgent.DOPAMINE)).at(20, attributed(Component.HYPOTENSION, 12, 14));

        assertEquals(Grade.THREE, story.crs(hour(12).minus(Story.STEP)));
        assertEquals(Grade.ONE, story.crs(hour(12)));
        assertEquals(Grade.ONE, story.crs(hour(14).minus(Story.STEP)));
        assertEquals(Grade.THREE, story.crs(hour(14)));
    }

    @Test
    void zeroNeedsAUsableTemperatureOfTheLastDay() {
        var story = Story.begin().at(10, temperature("37")).at(11, temperature("46"));

        assertEquals(Grade.ZERO, story.crs(hour(34)));
        assertEquals(Grade.UNKNOWN, story.crs(hour(34).plus(Story.STEP)));
        assertTrue(
                story.at(hour(34).plus(Story.STEP)).crs().reason().orElseThrow().contains("24 h"));
    }

    @Test
    void deathOfCrsIsGradeFiveAndAnotherDeathIsNotGraded() {
        assertEquals(Grade.FIVE, febrile().at(20, died(DeathCause.CRS)).crs(30));
        assertEquals(Grade.ONE, febrile().at(20, died(DeathCause.CRS)).crs(19.9));
        assertEquals(Grade.UNKNOWN, febrile().at(20, died(DeathCause.OTHER)).crs(30));
    }

    @Test
    void ofTwoRecordedDeathsTheOneOfCrsCounts() {
        assertEquals(
                Grade.FIVE,
                febrile()
                        .at(20, died(DeathCause.OTHER))
                        .at(21, died(DeathCause.CRS))
                        .crs(30));
        assertEquals(
                Grade.FIVE,
                febrile()
                        .at(20, died(DeathCause.CRS))
                        .at(21, died(DeathCause.OTHER))
                        .crs(30));
    }

    @Test
    void theInfusionIsTheBeginning() {
        var story = Story.begin().at(-1, temperature("39")).at(1, temperature("37"));

        assertEquals(Grade.UNKNOWN, story.crs(-0.5));
        assertEquals(Grade.ZERO, story.crs(1));
    }

    @Test
    void onsetAfterFourteenDaysIsLate() {
        var days = Story.begin().at(14 * 24, temperature("38.5")).at(14 * 24.0).crs();
        var later = Story.begin()
                .at(14 * 24 + 0.1, temperature("38.5"))
                .at(14 * 24 + 0.1)
                .crs();

        assertFalse(days.flags().contains(Flag.LATE_ONSET));
        assertTrue(later.flags().contains(Flag.LATE_ONSET));
    }

    @Test
    void thePeakIsTheHighestSinceTheInfusionAndWhenItWasReached() {
        var peak = febrile()
                .at(11, started(VasopressorAgent.DOPAMINE))
                .at(12, stopped(VasopressorAgent.DOPAMINE))
                .at(20.0)
                .crs()
                .peak()
                .orElseThrow();

        assertEquals(new Peak(Grade.THREE, hour(11)), peak);
    }

    @Test
    void theReasonNamesValueLimitRuleAndObservation() {
        var basis = febrile().at(11, systolic("84")).at(11.0).crs().basis().getFirst();

        assertEquals(Component.HYPOTENSION, basis.component());
        assertEquals("SBP 84 mm[Hg] < 90", basis.finding());
        assertEquals("CRS-4 systolic pressure under the limit for the age", basis.rule());
        assertEquals("o-2", basis.observationId().orElseThrow().value());
        assertEquals(hour(11), basis.effectiveAt().orElseThrow());
    }

    @Test
    void aChildsMeanPressureSaysNothingAboutTheSystolicBeforeIt() {
        var story = Story.begin()
                .aged(8)
                .at(10, temperature("38.6"))
                .at(11, systolic("70"))
                .at(12, mean("90"));

        assertEquals(Grade.TWO, story.crs(12));
    }
}
