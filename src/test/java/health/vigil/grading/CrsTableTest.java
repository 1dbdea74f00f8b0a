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
import static org.assertj.core.api.Assertions.assertThat;

/// CRS: the consensus table row by row, and every number at, just under and just over its limit.
class CrsTableTest {

    @ParameterizedTest
    @CsvSource({"37.9, ZERO", "37.96, ZERO", "37.999999, ZERO", "38.0, ONE", "38, ONE", "38.1, ONE"})
    void feverIsAtOrAboveTheThreshold(String celsius, Grade grade) {
        assertThat(Story.begin().at(10, temperature(celsius)).crs(10)).isEqualTo(grade);
    }

    @Test
    void oneFeverCountsForItsWindow() {
        var story = febrile().at(34, temperature("37.0"));

        assertThat(story.crs(hour(34))).isEqualTo(Grade.ONE);
        assertThat(story.crs(hour(34).plus(Story.STEP))).isEqualTo(Grade.ZERO);
    }

    @Test
    void aBolusForHypotensionCountsForSixHours() {
        var story = febrile().at(11, bolus(FluidReason.HYPOTENSION));

        assertThat(story.crs(hour(17))).isEqualTo(Grade.TWO);
        assertThat(story.crs(hour(17).plus(Story.STEP))).isEqualTo(Grade.ONE);
    }

    @Test
    void aBolusForHydrationNeverCounts() {
        assertThat(febrile().at(11, bolus(FluidReason.HYDRATION)).crs(11)).isEqualTo(Grade.ONE);
    }

    @Test
    void zeroNeedsAUsableTemperatureOfTheLastDay() {
        var story = Story.begin().at(10, temperature("37")).at(11, temperature("46"));

        assertThat(story.crs(hour(34))).isEqualTo(Grade.ZERO);
        assertThat(story.crs(hour(34).plus(Story.STEP))).isEqualTo(Grade.UNKNOWN);
        assertThat(story.at(hour(34).plus(Story.STEP)).crs().reason().orElseThrow())
                .contains("24 h");
    }

    @Test
    void deathOfCrsIsGradeFiveAndAnotherDeathIsNotGraded() {
        assertThat(febrile().at(20, died(DeathCause.CRS)).crs(30)).isEqualTo(Grade.FIVE);
        assertThat(febrile().at(20, died(DeathCause.CRS)).crs(19.9)).isEqualTo(Grade.ONE);
        assertThat(febrile().at(20, died(DeathCause.OTHER)).crs(30)).isEqualTo(Grade.UNKNOWN);
    }

    @Test
    void ofTwoRecordedDeathsTheOneOfCrsCounts() {
        assertThat(febrile()
                        .at(20, died(DeathCause.OTHER))
                        .at(21, died(DeathCause.CRS))
                        .crs(30))
                .isEqualTo(Grade.FIVE);
        assertThat(febrile()
                        .at(20, died(DeathCause.CRS))
                        .at(21, died(DeathCause.OTHER))
                        .crs(30))
                .isEqualTo(Grade.FIVE);
    }

    @Test
    void onsetAfterFourteenDaysIsLate() {
        var days = Story.begin().at(14 * 24, temperature("38.5")).at(14 * 24.0).crs();
        var later = Story.begin()
                .at(14 * 24 + 0.1, temperature("38.5"))
                .at(14 * 24 + 0.1)
                .crs();

        assertThat(days.flags()).doesNotContain(Flag.LATE_ONSET);
        assertThat(later.flags()).contains(Flag.LATE_ONSET);
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

        assertThat(peak).isEqualTo(new Peak(Grade.THREE, hour(11)));
    }

    @Test
    void theReasonNamesValueLimitRuleAndObservation() {
        var basis = febrile().at(11, systolic("86")).at(11.0).crs().basis().getFirst();

        assertThat(basis.component()).isEqualTo(Component.HYPOTENSION);
        assertThat(Sentences.of(basis).text()).isEqualTo("SBP 86 mm[Hg] < 90");
        assertThat(basis.rule().label()).isEqualTo("CRS-4 systolic pressure under the limit for the age");
        assertThat(basis.observationId().orElseThrow().value()).isEqualTo("o-2");
        assertThat(basis.effectiveAt().orElseThrow()).isEqualTo(hour(11));
    }
}
