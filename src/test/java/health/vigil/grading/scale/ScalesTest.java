package health.vigil.grading.scale;

import health.vigil.grading.Grade;
import health.vigil.observation.Analyte;
import health.vigil.observation.DeathCause;
import health.vigil.observation.FluidReason;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.VasopressorAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The other scales, row by row, and that what is not known is told and never guessed.
class ScalesTest {
    private static Ward febrile() {
        return Ward.begin().temperature(10, "38.6");
    }

    private static Ward healthyOrgans() {
        return febrile()
                .lab(11, Analyte.CREATININE, "1", "1")
                .lab(11, Analyte.BILIRUBIN, "1", "1")
                .lab(11, Analyte.ALT, "1", "1")
                .lab(11, Analyte.AST, "1", "1");
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void withoutACourseOfCrsEveryScaleIsZero(Scale scale) {
        assertEquals(Grade.ZERO, Ward.begin().temperature(10, "37").grade(scale));
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void whatAstctCannotJudgeNoScaleJudges(Scale scale) {
        var report = Ward.begin().report(scale);

        assertEquals(Grade.UNKNOWN, report.grade());
        assertEquals("no usable temperature in the last 24 h", report.reason().orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void deathOfCrsIsFiveOnEveryScale(Scale scale) {
        assertEquals(Grade.FIVE, febrile().died(11, DeathCause.CRS).grade(scale));
    }

    @Test
    void feverAloneIsOne() {
        assertEquals(Grade.ONE, febrile().grade(Scale.CTCAE_V5));
        assertEquals(Grade.ONE, healthyOrgans().grade(Scale.LEE_2014));
    }

    @Test
    void leeIsNotKnownWithoutTheOrgans() {
        var report = febrile().report(Scale.LEE_2014);

        assertEquals(Grade.UNKNOWN, report.grade());
        assertEquals(
                "at least grade 1; not known: creatinine, bilirubin, alt, ast of the last 48 h against a reference limit",
                report.reason().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"0.39, TWO", "0.40, THREE", "1.0, THREE"})
    void oxygenCountsByItsFraction(String fio2, Grade grade) {
        var ward = healthyOrgans().oxygen(11, OxygenDevice.VENTURI_MASK, fio2);

        assertEquals(grade, ward.grade(Scale.LEE_2014));
        assertEquals(grade, ward.grade(Scale.CTCAE_V5));
        assertEquals(Grade.THREE, ward.grade(Scale.PENN));
    }

    @Test
    void anUnknownFractionIsAtLeastTwo() {
        var report = febrile().oxygen(11, OxygenDevice.NASAL_CANNULA).report(Scale.CTCAE_V5);

        assertEquals(Grade.UNKNOWN, report.grade());
        assertEquals(
                "at least grade 2; not known: the inspired fraction of oxygen",
                report.reason().orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void aVentilatorIsFour(Scale scale) {
        assertEquals(
                Grade.FOUR, healthyOrgans().oxygen(11, OxygenDevice.VENTILATOR).grade(scale));
    }

    @Test
    void hypotensionWithoutAVasopressor() {
        var ward = healthyOrgans().systolic(11, "80");

        assertEquals(Grade.TWO, ward.grade(Scale.LEE_2014));
        assertEquals(Grade.TWO, ward.grade(Scale.CTCAE_V5));
        assertEquals(Grade.UNKNOWN, ward.grade(Scale.PENN));
    }

    @Test
    void twoBolusesInADayAreThreeByPenn() {
        var ward = healthyOrgans().bolus(10.5, FluidReason.HYPOTENSION).bolus(11, FluidReason.HYPOTENSION);

        assertEquals(Grade.THREE, ward.grade(Scale.PENN));
    }

    @ParameterizedTest
    @CsvSource({
        "NOREPINEPHRINE, 19.9, ug/min, false",
        "NOREPINEPHRINE, 20, ug/min, true",
        "NOREPINEPHRINE, 1.2, mg/h, true",
        "NOREPINEPHRINE, 1.19, mg/h, false",
        "EPINEPHRINE, 9.9, ug/min, false",
        "EPINEPHRINE, 10, ug/min, true",
        "PHENYLEPHRINE, 199, ug/min, false",
        "PHENYLEPHRINE, 200, ug/min, true",
        "DOPAMINE, 9.9, ug/kg/min, false",
        "DOPAMINE, 10, ug/kg/min, true"
    })
    void aHighDoseKeptForThreeHoursIsOneGradeMore(VasopressorAgent agent, String rate, String unit, boolean high) {
        var ward = healthyOrgans().pressor(9, agent, rate, unit);

        assertEquals(high ? Grade.THREE : Grade.TWO, ward.grade(Scale.LEE_2014));
        assertEquals(high ? Grade.FOUR : Grade.THREE, ward.grade(Scale.PENN));
        assertEquals(Grade.THREE, ward.grade(Scale.CTCAE_V5));
    }

    @Test
    void aHighDoseOfLessThanThreeHoursIsLow() {
        var ward = healthyOrgans().pressor(9.01, VasopressorAgent.NOREPINEPHRINE, "30", "ug/min");

        assertEquals(Grade.TWO, ward.grade(Scale.LEE_2014));
    }

    @Test
    void aDoseThatWasLowOnTheWayIsLow() {
        var ward = healthyOrgans()
                .pressor(8, VasopressorAgent.NOREPINEPHRINE, "30", "ug/min")
                .pressor(10, VasopressorAgent.NOREPINEPHRINE, "5", "ug/min")
                .pressor(11, VasopressorAgent.NOREPINEPHRINE, "30", "ug/min");

        assertEquals(Grade.TWO, ward.grade(Scale.LEE_2014));
    }

    @Test
    void withVasopressinHalfTheDoseIsHigh() {
        var ward = healthyOrgans()
                .pressor(8, VasopressorAgent.NOREPINEPHRINE, "10", "ug/min")
                .pressor(8, VasopressorAgent.VASOPRESSIN, "0.04", "[iU]/min");

        assertEquals(Grade.THREE, ward.grade(Scale.LEE_2014));
    }

    @Test
    void aDoseThatWasNotChartedIsNotKnown() {
        var report = healthyOrgans().pressor(8, VasopressorAgent.NOREPINEPHRINE).report(Scale.LEE_2014);

        assertEquals(Grade.UNKNOWN, report.grade());
        assertTrue(report.reason().orElseThrow().contains("the dose of norepinephrine"), "" + report);
    }

    @Test
    void multipleVasopressors() {
        var ward =
                healthyOrgans().pressor(11, VasopressorAgent.NOREPINEPHRINE).pressor(11, VasopressorAgent.EPINEPHRINE);

        assertEquals(Grade.THREE, ward.grade(Scale.LEE_2014));
        assertEquals(Grade.FOUR, ward.grade(Scale.CTCAE_V5));
    }

    @ParameterizedTest
    @CsvSource({
        "CREATININE, 1.5, ONE",
        "CREATININE, 1.51, TWO",
        "CREATININE, 3.01, THREE",
        "CREATININE, 6.01, FOUR",
        "BILIRUBIN, 10.1, FOUR",
        "ALT, 3.1, TWO",
        "ALT, 5.1, THREE",
        "ALT, 21, THREE",
        "AST, 3, ONE"
    })
    void organsCountByLee(Analyte analyte, String value, Grade grade) {
        assertEquals(grade, healthyOrgans().lab(11.5, analyte, value, "1").grade(Scale.LEE_2014));
    }

    @ParameterizedTest
    @CsvSource({"CREATININE, 1.6, TWO", "CREATININE, 3.1, THREE", "ALT, 6, TWO", "ALT, 21, THREE"})
    void organsCountByPenn(Analyte analyte, String value, Grade grade) {
        assertEquals(grade, healthyOrgans().lab(11.5, analyte, value, "1").grade(Scale.PENN));
    }

    @Test
    void theDecidingFindingComesFirst() {
        var basis = febrile()
                .oxygen(11, OxygenDevice.VENTILATOR)
                .report(Scale.CTCAE_V5)
                .basis();

        assertEquals("ventilator for hypoxia", basis.getFirst().finding());
        assertEquals("ctcae-v5", basis.getFirst().rule());
    }

    @Test
    void vasopressinBesideOneOtherIsNotMultipleAndHasNoDoseOfItsOwn() {
        var ward = healthyOrgans()
                .pressor(8, VasopressorAgent.NOREPINEPHRINE, "5", "ug/min")
                .pressor(8, VasopressorAgent.VASOPRESSIN, "0.04", "[iU]/min");

        assertEquals(Grade.TWO, ward.grade(Scale.LEE_2014));
        assertEquals(Grade.THREE, ward.grade(Scale.CTCAE_V5));
    }

    @Test
    void vasopressinAloneIsNoHighDose() {
        assertEquals(
                Grade.TWO,
                healthyOrgans().pressor(8, VasopressorAgent.VASOPRESSIN).grade(Scale.LEE_2014));
    }

    @Test
    void whatIsStoppedAndStartedAtOnceRuns() {
        var ward = healthyOrgans()
                .pressor(11, VasopressorAgent.NOREPINEPHRINE)
                .pressorStopped(11, VasopressorAgent.NOREPINEPHRINE);

        assertEquals(Grade.THREE, ward.grade(Scale.CTCAE_V5));
    }

    @Test
    void aNormalPressureIsNoHypotension() {
        assertEquals(Grade.ONE, healthyOrgans().systolic(11, "120").grade(Scale.LEE_2014));
    }
}
