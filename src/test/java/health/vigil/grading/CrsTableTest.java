package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.DeathCause;
import health.vigil.observation.FluidReason;
import health.vigil.observation.VasopressorAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.grading.Story.bolus;
import static health.vigil.grading.Story.died;
import static health.vigil.grading.Story.febrile;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.started;
import static health.vigil.grading.Story.stopped;
import static health.vigil.grading.Story.systolic;
import static health.vigil.grading.Story.temperature;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// CRS: the consensus table row by row, and every number at, just under and just over its limit.
class CrsTableTest {

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
        var basis = febrile().at(11, systolic("86")).at(11.0).crs().basis().getFirst();

        assertEquals(Component.HYPOTENSION, basis.component());
        assertEquals("SBP 86 mm[Hg] < 90", Sentences.of(basis).text());
        assertEquals(
                "CRS-4 systolic pressure under the limit for the age",
                basis.rule().label());
        assertEquals("o-2", basis.observationId().orElseThrow().value());
        assertEquals(hour(11), basis.effectiveAt().orElseThrow());
    }
}
