package health.vigil.grading.scale;

import health.vigil.grading.Grade;
import health.vigil.observation.Analyte;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.VasopressorAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.observation.VasopressorAgent.NOREPINEPHRINE;
import static org.assertj.core.api.Assertions.assertThat;

/// The units of a rate, the patient's weight, and several infusions of one agent, on the scale of Lee 2014: grade
/// 3 is a high dose, grade 2 a low one.
class HighDoseTest {
    private static ScaleStory febrile() {
        return ScaleStory.begin()
                .temperature(10, "38.6")
                .lab(11, Analyte.CREATININE, "1", "1")
                .lab(11, Analyte.BILIRUBIN, "1", "1")
                .lab(11, Analyte.ALT, "1", "1")
                .lab(11, Analyte.AST, "1", "1");
    }

    @ParameterizedTest
    @CsvSource({
        "NOREPINEPHRINE, 0.249, ug/kg/min, TWO",
        "NOREPINEPHRINE, 0.25, ug/kg/min, THREE",
        "NOREPINEPHRINE, 15, ug/kg/h, THREE",
        "EPINEPHRINE, 0.124, ug/kg/min, TWO",
        "EPINEPHRINE, 0.125, ug/kg/min, THREE",
        "PHENYLEPHRINE, 2.49, ug/kg/min, TWO",
        "PHENYLEPHRINE, 2.5, ug/kg/min, THREE",
        "DOPAMINE, 799, ug/min, TWO",
        "DOPAMINE, 800, ug/min, THREE",
        "DOPAMINE, 48, mg/h, THREE"
    })
    void aRateIsConvertedByTheWeight(VasopressorAgent agent, String rate, String unit, Grade grade) {
        var ward = febrile().weighing("80").pressor(9, agent, rate, unit);

        assertThat(ward.grade(Scale.LEE_2014)).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({
        "NOREPINEPHRINE, 0.25, ug/kg/min",
        "DOPAMINE, 800, ug/min",
        "NOREPINEPHRINE, 50, mL/h",
        "ANGIOTENSIN_II, 20, ug/min"
    })
    void aRateThatCannotBeConvertedMayBeHigh(VasopressorAgent agent, String rate, String unit) {
        var report = febrile().pressor(9, agent, rate, unit).report(Scale.LEE_2014);

        assertThat(report.grade()).isEqualTo(Grade.UNKNOWN);
    }

    @Test
    void infusionsOfOneAgentAddUp() {
        var ward = febrile()
                .pressor(8, NOREPINEPHRINE, "a", InfusionAction.STARTED, "12")
                .pressor(8, NOREPINEPHRINE, "b", InfusionAction.STARTED, "8");

        assertThat(ward.grade(Scale.LEE_2014)).isEqualTo(Grade.THREE);
    }

    @Test
    void anInfusionThatWasStoppedGivesNothing() {
        var ward = febrile()
                .pressor(7, NOREPINEPHRINE, "a", InfusionAction.STARTED, "12")
                .pressor(7, NOREPINEPHRINE, "b", InfusionAction.STARTED, "8")
                .pressor(8, NOREPINEPHRINE, "a", InfusionAction.STOPPED, "12");

        assertThat(ward.grade(Scale.LEE_2014)).isEqualTo(Grade.TWO);
    }

    @Test
    void anAgentThatWasStoppedIsForgotten() {
        var ward = febrile()
                .pressor(7, NOREPINEPHRINE, "30", "ug/min")
                .pressorStopped(8, NOREPINEPHRINE)
                .pressor(8.5, NOREPINEPHRINE, "5", "ug/min");

        assertThat(ward.grade(Scale.LEE_2014)).isEqualTo(Grade.TWO);
    }
}
