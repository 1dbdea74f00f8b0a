package health.vigil.grading.scale;

import health.vigil.grading.Grade;
import health.vigil.grading.Sentences;
import health.vigil.observation.Analyte;
import health.vigil.observation.DeathCause;
import health.vigil.observation.FluidReason;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.VasopressorAgent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The other scales, row by row. Unknown grades are reported as unknown and never guessed.
class ScalesTest {
    private static ScaleStory febrile() {
        return ScaleStory.begin().temperature(10, "38.6");
    }

    private static ScaleStory healthyOrgans() {
        return febrile()
                .lab(11, Analyte.CREATININE, "1", "1")
                .lab(11, Analyte.BILIRUBIN, "1", "1")
                .lab(11, Analyte.ALT, "1", "1")
                .lab(11, Analyte.AST, "1", "1");
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void withoutACourseOfCrsEveryScaleIsZero(Scale scale) {
        assertThat(ScaleStory.begin().temperature(10, "37").grade(scale)).isEqualTo(Grade.ZERO);
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void whatAstctCannotJudgeNoScaleJudges(Scale scale) {
        var report = ScaleStory.begin().report(scale);

        assertThat(report.grade()).isEqualTo(Grade.UNKNOWN);
        assertThat(report.reason().orElseThrow()).isEqualTo("no usable temperature in the last 24 h");
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void deathOfCrsIsFiveOnEveryScale(Scale scale) {
        assertThat(febrile().died(11, DeathCause.CRS).grade(scale)).isEqualTo(Grade.FIVE);
    }

    @Test
    void feverAloneIsOne() {
        assertThat(febrile().grade(Scale.CTCAE_V5)).isEqualTo(Grade.ONE);
        assertThat(healthyOrgans().grade(Scale.LEE_2014)).isEqualTo(Grade.ONE);
    }

    @Test
    void leeIsNotKnownWithoutTheOrgans() {
        var report = febrile().report(Scale.LEE_2014);

        assertThat(report.grade()).isEqualTo(Grade.UNKNOWN);
        assertThat(report.reason().orElseThrow())
                .isEqualTo(
                        "at least grade 1; not known: creatinine, bilirubin, alt, ast of the last 48 h against a reference limit");
    }

    @ParameterizedTest
    @CsvSource({"0.39, TWO", "0.40, THREE", "1.0, THREE"})
    void oxygenCountsByItsFraction(String fio2, Grade grade) {
        var story = healthyOrgans().oxygen(11, OxygenDevice.VENTURI_MASK, fio2);

        assertThat(story.grade(Scale.LEE_2014)).isEqualTo(grade);
        assertThat(story.grade(Scale.CTCAE_V5)).isEqualTo(grade);
        assertThat(story.grade(Scale.PENN)).isEqualTo(Grade.THREE);
    }

    @Test
    void theNewestOxygenRecordCounts() {
        var story = healthyOrgans()
                .oxygen(10.5, OxygenDevice.VENTURI_MASK, "0.5")
                .oxygen(11, OxygenDevice.VENTURI_MASK, "0.3")
                .lab(11.5, Analyte.CREATININE, "1", "1");

        assertThat(story.grade(Scale.LEE_2014)).isEqualTo(Grade.TWO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LEE_2014 | how much oxygen the low SpO2 needs",
                "CTCAE_V5 | how much oxygen the low SpO2 needs",
                "PENN | whether oxygen is given at the low SpO2"
            })
    void aLowSpo2WithNoOxygenChartedIsNotKnown(Scale scale, String missing) {
        var nothing = healthyOrgans().spo2(11, "85").report(scale);
        var roomAir = healthyOrgans()
                .oxygen(10.5, OxygenDevice.ROOM_AIR)
                .spo2(11, "85")
                .report(scale);

        assertThat(nothing.reason().orElseThrow()).as("" + nothing).contains("not known: " + missing);
        assertThat(roomAir.reason()).isEqualTo(nothing.reason());
    }

    @Test
    void anUnknownFractionIsAtLeastTwo() {
        var report = febrile().oxygen(11, OxygenDevice.NASAL_CANNULA).report(Scale.CTCAE_V5);

        assertThat(report.grade()).isEqualTo(Grade.UNKNOWN);
        assertThat(report.reason().orElseThrow())
                .isEqualTo("at least grade 2; not known: the inspired fraction of oxygen");
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void aVentilatorIsFour(Scale scale) {
        assertThat(healthyOrgans().oxygen(11, OxygenDevice.VENTILATOR).grade(scale))
                .isEqualTo(Grade.FOUR);
    }

    @Test
    void hypotensionWithoutAVasopressor() {
        var story = healthyOrgans().systolic(11, "80");

        assertThat(story.grade(Scale.LEE_2014)).isEqualTo(Grade.TWO);
        assertThat(story.grade(Scale.CTCAE_V5)).isEqualTo(Grade.TWO);
        assertThat(story.grade(Scale.PENN)).isEqualTo(Grade.UNKNOWN);
    }

    @Test
    void pennIsNotKnownBelowThree() {
        assertThat(febrile().report(Scale.PENN).reason().orElseThrow())
                .isEqualTo(
                        "at least grade 1; not known: creatinine, bilirubin, alt, ast of the last 48 h against a reference"
                                + " limit, whether intravenous therapy or the stay itself was for CRS");
    }

    @Test
    void twoBolusesInADayAreThreeByPenn() {
        var story = healthyOrgans().bolus(10.5, FluidReason.HYPOTENSION).bolus(11, FluidReason.HYPOTENSION);

        assertThat(story.grade(Scale.PENN)).isEqualTo(Grade.THREE);
    }

    @Test
    void aBolusCountsForADayByPenn() {
        var story = febrile()
                .bolus(10, FluidReason.HYPOTENSION)
                .bolus(20, FluidReason.HYPOTENSION)
                .temperature(30, "38.6")
                .systolic(30, "80");

        assertThat(story.askedAt(34).grade(Scale.PENN)).isEqualTo(Grade.THREE);
        assertThat(story.askedAt(34.001).grade(Scale.PENN)).isEqualTo(Grade.UNKNOWN);
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
        var story = healthyOrgans().pressor(9, agent, rate, unit);

        assertThat(story.grade(Scale.LEE_2014)).isEqualTo(high ? Grade.THREE : Grade.TWO);
        assertThat(story.grade(Scale.PENN)).isEqualTo(high ? Grade.FOUR : Grade.THREE);
        assertThat(story.grade(Scale.CTCAE_V5)).isEqualTo(Grade.THREE);
    }

    @Test
    void aHighDoseOfLessThanThreeHoursIsLow() {
        var story = healthyOrgans().pressor(9.01, VasopressorAgent.NOREPINEPHRINE, "30", "ug/min");

        assertThat(story.grade(Scale.LEE_2014)).isEqualTo(Grade.TWO);
    }

    @Test
    void aDoseThatWasLowOnTheWayIsLow() {
        var story = healthyOrgans()
                .pressor(8, VasopressorAgent.NOREPINEPHRINE, "30", "ug/min")
                .pressor(10, VasopressorAgent.NOREPINEPHRINE, "5", "ug/min")
                .pressor(11, VasopressorAgent.NOREPINEPHRINE, "30", "ug/min");

        assertThat(story.grade(Scale.LEE_2014)).isEqualTo(Grade.TWO);
    }

    @Test
    void withVasopressinHalfTheDoseIsHigh() {
        var story = healthyOrgans()
                .pressor(8, VasopressorAgent.NOREPINEPHRINE, "10", "ug/min")
                .pressor(8, VasopressorAgent.VASOPRESSIN, "0.04", "[iU]/min");

        assertThat(story.grade(Scale.LEE_2014)).isEqualTo(Grade.THREE);
    }

    @ParameterizedTest
    @CsvSource({
        "PHENYLEPHRINE, 99.9, ug/min, THREE",
        "PHENYLEPHRINE, 100, ug/min, FOUR",
        "EPINEPHRINE, 9.9, ug/min, THREE",
        "DOPAMINE, 9.9, ug/kg/min, THREE",
        "VASOPRESSIN, 0.04, [iU]/min, FOUR"
    })
    void dosesBesideTenOfNorepinephrineAddUp(VasopressorAgent agent, String rate, String unit, Grade grade) {
        var story = febrile()
                .pressor(8, VasopressorAgent.NOREPINEPHRINE, "10", "ug/min")
                .pressor(8, agent, rate, unit);

        assertThat(story.grade(Scale.PENN)).isEqualTo(grade);
    }

    @Test
    void withVasopressinLessThanHalfTheDoseIsLow() {
        var story = febrile()
                .pressor(8, VasopressorAgent.NOREPINEPHRINE, "9.9", "ug/min")
                .pressor(8, VasopressorAgent.VASOPRESSIN, "0.04", "[iU]/min");

        assertThat(story.grade(Scale.PENN)).isEqualTo(Grade.THREE);
    }

    @Test
    void aDoseThatWasNotChartedIsNotKnown() {
        var report = healthyOrgans().pressor(8, VasopressorAgent.NOREPINEPHRINE).report(Scale.LEE_2014);

        assertThat(report.grade()).isEqualTo(Grade.UNKNOWN);
        assertThat(report.reason().orElseThrow()).as("" + report).contains("the dose of norepinephrine");
    }

    @Test
    void multipleVasopressors() {
        var story =
                healthyOrgans().pressor(11, VasopressorAgent.NOREPINEPHRINE).pressor(11, VasopressorAgent.EPINEPHRINE);

        assertThat(story.grade(Scale.LEE_2014)).isEqualTo(Grade.THREE);
        assertThat(story.grade(Scale.CTCAE_V5)).isEqualTo(Grade.FOUR);
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
        assertThat(healthyOrgans().lab(11.5, analyte, value, "1").grade(Scale.LEE_2014))
                .isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"CREATININE, 1.6, TWO", "CREATININE, 3.1, THREE", "ALT, 6, TWO", "ALT, 21, THREE"})
    void organsCountByPenn(Analyte analyte, String value, Grade grade) {
        assertThat(healthyOrgans().lab(11.5, analyte, value, "1").grade(Scale.PENN))
                .isEqualTo(grade);
    }

    /// CTCAE grades creatinine by its baseline, too, and liver values by an abnormal baseline.
    @ParameterizedTest
    @CsvSource({
        "CREATININE, 0.4, 1.2, 1.2,  TWO",
        "CREATININE, 0.4, 1.2, 1.21, THREE",
        "CREATININE, 1.0, 1.2, 1.2,  ONE",
        "ALT,        120, 56,  360,  ONE",
        "ALT,        120, 56,  361,  TWO",
        "ALT,        56,  56,  169,  TWO"
    })
    void organsAreComparedWithTheirBaseline(Analyte analyte, String baseline, String limit, String value, Grade grade) {
        var story = healthyOrgans().lymphodepletion(-120).lab(-121, analyte, baseline, limit);

        assertThat(story.lab(11.5, analyte, value, limit).grade(Scale.LEE_2014)).isEqualTo(grade);
    }

    @Test
    void aBaselineAfterLymphodepletionIsNone() {
        var story = healthyOrgans().lymphodepletion(-120).lab(-119, Analyte.CREATININE, "0.4", "1.2");

        assertThat(story.lab(11.5, Analyte.CREATININE, "1.2", "1.2").grade(Scale.LEE_2014))
                .isEqualTo(Grade.ONE);
    }

    @Test
    void anOrganWithoutItsLimitHasALeastGrade() {
        var story = healthyOrgans().lab(-48, Analyte.CREATININE, "0.4", "1.2");

        var report = story.labWithoutLimit(11.5, Analyte.CREATININE, "1.0").report(Scale.LEE_2014);

        assertThat(report.grade()).isEqualTo(Grade.UNKNOWN);
        assertThat(report.reason().orElseThrow())
                .isEqualTo("at least grade 2; not known: creatinine of the last 48 h against a reference limit");
        assertThat(Sentences.of(report.basis().getFirst()).text())
                .isEqualTo("creatinine of at least grade 2 by CTCAE v5.0");
    }

    @Test
    void anOrganCountsForTwoDays() {
        var story = febrile().lab(11, Analyte.CREATININE, "7", "1").temperature(50, "38.6");

        assertThat(story.askedAt(59).grade(Scale.LEE_2014)).isEqualTo(Grade.FOUR);
        assertThat(story.askedAt(59.001).grade(Scale.LEE_2014)).isEqualTo(Grade.UNKNOWN);
    }

    @Test
    void theDecidingFindingComesFirst() {
        var basis = febrile()
                .oxygen(11, OxygenDevice.VENTILATOR)
                .report(Scale.CTCAE_V5)
                .basis();

        assertThat(Sentences.of(basis.getFirst()).text()).isEqualTo("ventilator for hypoxia");
        assertThat(basis.getFirst().rule().label()).isEqualTo("ctcae-v5");
        assertThat(basis.getFirst().rule().source()).isEqualTo("NCI CTCAE v5.0, cytokine release syndrome");
    }

    private static List<String> reasons(ScaleStory story, Scale scale) {
        return story.report(scale).basis().stream()
                .map(basis -> basis.grade() + ": " + Sentences.of(basis).text()
                        + basis.observationId().map(id -> " (" + id + ")").orElse(""))
                .toList();
    }

    @Test
    void aVasopressorIsToldWithItsDoseAndItsNewestRecord() {
        var low = febrile()
                .pressor(8, VasopressorAgent.NOREPINEPHRINE, "5", "ug/min")
                .pressor(9, VasopressorAgent.NOREPINEPHRINE, "8", "ug/min");
        var high = febrile().pressor(8, VasopressorAgent.NOREPINEPHRINE, "30", "ug/min");
        var unknown = febrile().pressor(8, VasopressorAgent.NOREPINEPHRINE);

        assertThat(reasons(low, Scale.LEE_2014))
                .containsExactly("2: norepinephrine at a low dose (o-2)", "1: CRS by ASTCT");
        assertThat(reasons(high, Scale.PENN))
                .containsExactly("4: norepinephrine at a high dose (o-1)", "1: CRS by ASTCT");
        assertThat(reasons(unknown, Scale.PENN))
                .containsExactly("3: norepinephrine at an unknown dose (o-1)", "1: CRS by ASTCT");
        assertThat(reasons(low, Scale.CTCAE_V5)).containsExactly("3: norepinephrine running (o-2)", "1: CRS by ASTCT");
    }

    @ParameterizedTest
    @CsvSource({"LEE_2014, 2", "CTCAE_V5, 2", "PENN, 1"})
    void hypotensionWithoutAVasopressorIsToldSo(Scale scale, int grade) {
        var told = reasons(healthyOrgans().systolic(11, "80"), scale);

        assertThat(told).as("" + told).contains(grade + ": hypotension without a vasopressor");
    }

    @Test
    void anOrganIsToldFromTheGradeOnThatCounts() {
        var mild = febrile().lab(11, Analyte.CREATININE, "1.5", "1").lab(11, Analyte.ALT, "3", "1");
        var worse = febrile().lab(11, Analyte.CREATININE, "1.6", "1").lab(11, Analyte.ALT, "5", "1");

        assertThat(reasons(mild, Scale.LEE_2014)).containsExactly("1: CRS by ASTCT");
        assertThat(reasons(mild, Scale.PENN)).containsExactly("1: CRS by ASTCT");
        assertThat(reasons(worse, Scale.LEE_2014))
                .containsExactly(
                        "2: creatinine of grade 2 by CTCAE v5.0 (o-1)",
                        "2: alt of grade 2 by CTCAE v5.0 (o-2)",
                        "1: CRS by ASTCT");
        assertThat(reasons(worse, Scale.PENN))
                .containsExactly("2: creatinine of grade 2 by CTCAE v5.0 (o-1)", "1: CRS by ASTCT");
    }

    @Test
    void vasopressinBesideOneOtherIsMultipleForCtcaeAloneAndHasNoDoseOfItsOwn() {
        var story = healthyOrgans()
                .pressor(8, VasopressorAgent.NOREPINEPHRINE, "5", "ug/min")
                .pressor(8, VasopressorAgent.VASOPRESSIN, "0.04", "[iU]/min");

        assertThat(story.grade(Scale.LEE_2014)).isEqualTo(Grade.TWO);
        assertThat(story.grade(Scale.CTCAE_V5)).isEqualTo(Grade.FOUR);
    }

    @Test
    void aDosePerKilogramIsHighByTheWeight() {
        var story = healthyOrgans().pressor(8, VasopressorAgent.NOREPINEPHRINE, "0.3", "ug/kg/min");

        assertThat(story.grade(Scale.LEE_2014)).isEqualTo(Grade.UNKNOWN);
        assertThat(story.weighing("66").grade(Scale.LEE_2014)).isEqualTo(Grade.TWO);
        assertThat(story.weighing("67").grade(Scale.LEE_2014)).isEqualTo(Grade.THREE);
    }

    @Test
    void aChangeOfAgentIsNotMultipleAtOnce() {
        var story = healthyOrgans()
                .pressor(8, VasopressorAgent.NOREPINEPHRINE, "5", "ug/min")
                .pressor(11.5, VasopressorAgent.EPINEPHRINE, "5", "ug/min");

        assertThat(story.askedAt(11.99).grade(Scale.CTCAE_V5)).isEqualTo(Grade.THREE);
        assertThat(story.askedAt(12).grade(Scale.CTCAE_V5)).isEqualTo(Grade.FOUR);
    }

    @Test
    void vasopressinAloneIsNoHighDose() {
        assertThat(healthyOrgans().pressor(8, VasopressorAgent.VASOPRESSIN).grade(Scale.LEE_2014))
                .isEqualTo(Grade.TWO);
    }

    @Test
    void whatIsStoppedAndStartedAtOnceRuns() {
        var story = healthyOrgans()
                .pressor(11, VasopressorAgent.NOREPINEPHRINE)
                .pressorStopped(11, VasopressorAgent.NOREPINEPHRINE);

        assertThat(story.grade(Scale.CTCAE_V5)).isEqualTo(Grade.THREE);
    }

    @Test
    void aVasopressorThatWasStoppedNoLongerCounts() {
        var story = healthyOrgans()
                .pressor(8, VasopressorAgent.NOREPINEPHRINE)
                .pressorStopped(11, VasopressorAgent.NOREPINEPHRINE)
                .systolic(11.5, "80");

        assertThat(story.grade(Scale.LEE_2014)).isEqualTo(Grade.TWO);
        assertThat(story.grade(Scale.CTCAE_V5)).isEqualTo(Grade.TWO);
    }

    @Test
    void whatIsDatedAfterTheInstantAskedAboutTakesNoPart() {
        var asked = healthyOrgans().lab(12, Analyte.CREATININE, "9", "1");
        var later = healthyOrgans().lab(12.01, Analyte.CREATININE, "9", "1");

        assertThat(asked.grade(Scale.LEE_2014)).isEqualTo(Grade.FOUR);
        assertThat(later.grade(Scale.LEE_2014)).isEqualTo(Grade.ONE);
    }

    @Test
    void whatIsDatedAheadOfItsReceiptTakesNoPart() {
        var story = healthyOrgans().lab(11.5, Analyte.CREATININE, "9", "1").received(11);

        assertThat(story.grade(Scale.LEE_2014)).isEqualTo(Grade.ONE);
    }

    @Test
    void aNormalPressureIsNoHypotension() {
        assertThat(healthyOrgans().systolic(11, "120").grade(Scale.LEE_2014)).isEqualTo(Grade.ONE);
    }
}
