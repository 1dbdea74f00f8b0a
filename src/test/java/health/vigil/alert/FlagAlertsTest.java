package health.vigil.alert;

import health.vigil.alert.BedsideFacts.GivenDrug;
import health.vigil.alert.BedsideFacts.Neutrophils;
import health.vigil.grading.Flag;
import health.vigil.grading.Grade;
import health.vigil.grading.Unknown;
import health.vigil.observation.CareSetting;
import health.vigil.observation.Drug;
import health.vigil.observation.Finding;
import health.vigil.observation.HomeCheck;
import health.vigil.observation.HomeSign;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationIds;
import health.vigil.observation.PatientId;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.alert.NewsBuilder.at;
import static health.vigil.alert.NewsBuilder.news;
import static org.assertj.core.api.Assertions.assertThat;

class FlagAlertsTest {
    private static List<String> details(NewsBuilder news) {
        return news.alerts().stream().map(alert -> alert.wording().detail()).toList();
    }

    @Test
    void supportWithoutFeverIsUrgentAndAReadingIsNot() {
        assertThat(news().up(590, Flag.POSSIBLE_MASKED_CRS).rules()).containsExactly("possible-masked-crs");
        assertThat(news().crs(590, Grade.ZERO, Grade.UNKNOWN)
                        .up(590, Flag.POSSIBLE_MASKED_CRS)
                        .because(NewsBuilder.UNDECIDED)
                        .rules())
                .containsExactly("possible-masked-crs-treated");
    }

    @Test
    void supportThatComesAfterTheReadingIsToldInItsPlace() {
        var alerts = news().up(500, Flag.POSSIBLE_MASKED_CRS)
                .crs(590, Grade.ZERO, Grade.UNKNOWN)
                .up(590, Flag.HYPOXIA_ON_ROOM_AIR)
                .up(500, Flag.POSSIBLE_MASKED_CRS)
                .because(NewsBuilder.UNDECIDED)
                .rules();

        assertThat(alerts).containsExactly("possible-masked-crs-treated");
        assertThat(AlertRule.POSSIBLE_MASKED_CRS_TREATED.sharpens(AlertRule.POSSIBLE_MASKED_CRS))
                .isTrue();
    }

    @Test
    void undecidedSupportBeginsWithTheLastOfWhatChanged() {
        var alerts = news().crs(500, Grade.ZERO, Grade.UNKNOWN)
                .up(590, Flag.POSSIBLE_MASKED_CRS)
                .because(NewsBuilder.UNDECIDED)
                .alerts();

        assertThat(alerts).extracting(Occurrence::effectiveAt).containsExactly(at(590));
    }

    @ParameterizedTest
    @CsvSource({
        "true, 'Rest tremor. Do an ICE or CAPD now'",
        "false, 'Tremor, myoclonus, headache or a change of handwriting. Do an ICE or CAPD now'",
    })
    void anEarlySignIsNamedIfItIsPresent(boolean present, String detail) {
        var finding = new Observation(
                ObservationIds.of("o-590"),
                new PatientId("p"),
                at(590),
                at(590),
                new NeuroFinding(Finding.REST_TREMOR, present));

        assertThat(details(news().up(590, Flag.EARLY_SIGN).observed(finding))).containsExactly(detail);
    }

    private static Observation answered(long minute, HomeSign... signs) {
        return new Observation(
                ObservationIds.of("o-" + minute),
                new PatientId("p"),
                at(minute),
                at(minute),
                new HomeCheck(Set.of(signs), Optional.empty()));
    }

    @Test
    void whatACaregiverReportsIsNamedAndMarked() {
        var alerts = news().icansStands(Flag.EARLY_SIGN)
                .up(590, Flag.EARLY_SIGN)
                .observed(answered(590, HomeSign.SPEECH, HomeSign.CONFUSION))
                .alerts();

        assertThat(alerts)
                .extracting(Occurrence::condition)
                .containsExactly(
                        new Condition.SignAtHome(HomeSign.CONFUSION), new Condition.SignAtHome(HomeSign.SPEECH));
        assertThat(alerts).allSatisfy(alert -> {
            assertThat(alert.rule()).isEqualTo(AlertRule.EARLY_SIGN);
            assertThat(alert.over()).isFalse();
            assertThat(alert.wording().detail())
                    .isEqualTo("Caregiver at home reports: confusion, trouble with speech (not confirmed)."
                            + " Do an ICE or CAPD now");
        });
    }

    /// The flag is up already, so nothing but the answer tells of the further sign.
    @Test
    void aSecondAnswerWithAnotherSignIsTold() {
        var alerts = news().icansStands(Flag.EARLY_SIGN)
                .observed(answered(595, HomeSign.DROWSINESS))
                .alerts();

        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.condition()).isEqualTo(new Condition.SignAtHome(HomeSign.DROWSINESS));
            assertThat(alert.effectiveAt()).isEqualTo(at(595));
            assertThat(alert.over()).isFalse();
        });
    }

    /// An episode has at most one unresolved alert of a condition, and this one goes on.
    @Test
    void aRepeatedAnswerIsTheSameConditionThatGoesOn() {
        var first = news().icansStands(Flag.EARLY_SIGN)
                .observed(answered(590, HomeSign.SHAKING))
                .alerts();
        var again = news().icansStands(Flag.EARLY_SIGN)
                .observed(answered(595, HomeSign.SHAKING))
                .alerts();

        assertThat(again)
                .extracting(Occurrence::condition)
                .isEqualTo(first.stream().map(Occurrence::condition).toList());
        assertThat(again).extracting(Occurrence::succession).containsExactly(Succession.CONTINUES);
    }

    @Test
    void aSignOfACaregiverEndsWithTheFlag() {
        assertThat(news().observed(answered(590, HomeSign.SHAKING)).alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.over()).isTrue());
    }

    @Test
    void anAnswerOfNoIsNotTold() {
        assertThat(news().icansStands(Flag.EARLY_SIGN).observed(answered(595)).alerts())
                .isEmpty();
    }

    @Test
    void aFeverAtHomeSaysThatNobodyConfirmedIt() {
        var fever = new Observation(
                ObservationIds.of("fever"),
                new PatientId("p"),
                at(599),
                at(599),
                new VitalSigns(
                        Map.of(VitalSign.TEMPERATURE, new BigDecimal("38.4")),
                        Optional.empty(),
                        Optional.of(CareSetting.HOME),
                        Optional.empty()));

        assertThat(details(news().crsStands(Grade.ONE).onset(599).observed(fever)))
                .containsExactly("New fever 38.4 °C at home, not confirmed."
                        + " CRS grade 1 unless another cause is found. Sepsis looks the same");
    }

    @Test
    void aStaleTemperatureIsNoUndecidedSupport() {
        assertThat(news().crs(590, Grade.ZERO, Grade.UNKNOWN)
                        .up(590, Flag.POSSIBLE_MASKED_CRS)
                        .because(new Unknown.NoTemperature(Duration.ofHours(24)))
                        .rules())
                .containsExactly("possible-masked-crs");
    }

    @Test
    void whatCanHideAFeverIsNamedWithItsHour() {
        var facts = new BedsideFacts(
                List.of(
                        new GivenDrug(Drug.ACETAMINOPHEN, at(100)),
                        new GivenDrug(Drug.ACETAMINOPHEN, at(250)),
                        new GivenDrug(Drug.DEXAMETHASONE, at(480)),
                        new GivenDrug(Drug.IBUPROFEN, at(595))),
                Optional.empty());

        assertThat(details(news().up(590, Flag.POSSIBLE_MASKED_CRS).knowing(facts)))
                .containsExactly(
                        "Hypotension or hypoxia, and no fever counts. Paracetamol at 2026-03-03T04:10:00Z and"
                                + " dexamethasone at 2026-03-03T08:00:00Z can hide one. Not gradable as CRS: call the physician");
    }

    @Test
    void whereNothingIsChartedNothingIsNamed() {
        assertThat(details(news().up(590, Flag.POSSIBLE_MASKED_CRS)))
                .containsExactly(
                        "Hypotension or hypoxia, and no fever counts. Not gradable as CRS: call the physician");
    }

    @ParameterizedTest
    @CsvSource({"0, ' (ANC 0.2)'", "-2279, ' (ANC 0.2)'", "-2281, ''"})
    void aNewFeverNamesTheNeutrophilsOfTheLastTwoDays(long counted, String bracket) {
        var fever = new Observation(
                ObservationIds.of("fever"),
                new PatientId("p"),
                at(599),
                at(599),
                new VitalSigns(Map.of(VitalSign.TEMPERATURE, new BigDecimal("38.4")), Optional.empty()));
        var facts = new BedsideFacts(
                List.of(), Optional.of(new Neutrophils(new BigDecimal("0.20"), "10*9/L", at(counted))));

        assertThat(details(
                        news().crsStands(Grade.ONE).onset(599).observed(fever).knowing(facts)))
                .containsExactly("New fever 38.4 °C" + bracket
                        + ". CRS grade 1 unless another cause is found. Sepsis looks the same");
    }

    @Test
    void anAttributionThatEndedIsToldAndCanWait() {
        assertThat(news().up(590, Flag.ATTRIBUTION_ENDED).rules()).containsExactly("attribution-ended");
        assertThat(AlertTable.DEFAULT.row(AlertRule.ATTRIBUTION_ENDED).priority())
                .isEqualTo(Priority.LOW);
    }

    @Test
    void aValueThatCannotBeTrueIsNamedWithWhatToDo() {
        var reading = new Observation(
                ObservationIds.of("r"),
                new PatientId("p"),
                at(599),
                at(599),
                new VitalSigns(Map.of(VitalSign.TEMPERATURE, new BigDecimal("24.9")), Optional.empty()));

        assertThat(details(news().observed(reading)))
                .containsExactly("Temperature 24.9 Cel is outside what Vigil can judge (25-45 Cel): repeat it, look at"
                        + " the patient");
    }
}
