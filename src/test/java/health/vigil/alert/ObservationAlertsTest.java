package health.vigil.alert;

import health.vigil.observation.Attribution;
import health.vigil.observation.CareSetting;
import health.vigil.observation.Component;
import health.vigil.observation.Content;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationIds;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.PatientId;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.alert.NewsBuilder.at;
import static health.vigil.alert.NewsBuilder.news;
import static org.assertj.core.api.Assertions.assertThat;

/// An implausible value raises an alert, which ends with the next plausible one.
class ObservationAlertsTest {
    private static final long MINUTE = 590;

    private static Observation observation(long minute, Content content) {
        return observation(minute, at(minute), content);
    }

    private static Observation observation(long minute, Instant receivedAt, Content content) {
        return new Observation(ObservationIds.of("o-" + minute), new PatientId("p"), at(minute), receivedAt, content);
    }

    private static VitalSigns vitals(Map<VitalSign, String> values) {
        var numbers = new EnumMap<VitalSign, BigDecimal>(VitalSign.class);
        values.forEach((sign, value) -> numbers.put(sign, new BigDecimal(value)));
        return new VitalSigns(numbers, Optional.empty());
    }

    private static VitalSigns vital(VitalSign sign, String value) {
        return vitals(Map.of(sign, value));
    }

    private static OxygenTherapy oxygen(@Nullable String flow, @Nullable String fio2) {
        return new OxygenTherapy(
                OxygenDevice.NASAL_CANNULA,
                Optional.empty(),
                Optional.ofNullable(flow).map(BigDecimal::new),
                Optional.ofNullable(fio2).map(BigDecimal::new),
                Optional.empty());
    }

    private static List<Occurrence> alerts(Observation... observations) {
        var news = news();
        for (var observation : observations) {
            news.observed(observation);
        }
        return news.alerts();
    }

    @ParameterizedTest
    @CsvSource({
        "TEMPERATURE, 24.9, false",
        "TEMPERATURE, 25, true",
        "TEMPERATURE, 45, true",
        "TEMPERATURE, 45.1, false",
        "SPO2, 29.9, false",
        "SPO2, 30, true",
        "SYSTOLIC, 300, true",
        "SYSTOLIC, 301, false",
    })
    void aSignOutsideItsRangeAlerts(VitalSign sign, String value, boolean plausible) {
        var alerts = alerts(observation(MINUTE, vital(sign, value)));

        assertThat(alerts).hasSize(plausible ? 0 : 1).allSatisfy(alert -> {
            assertThat(alert.rule()).isEqualTo(AlertRule.IMPLAUSIBLE_VALUE);
            assertThat(alert.condition()).isEqualTo(new Condition.Implausible(sign));
            assertThat(alert.effectiveAt()).isEqualTo(at(MINUTE));
            assertThat(alert.observation()).contains(ObservationIds.of("o-" + MINUTE));
            assertThat(alert.over()).isFalse();
        });
    }

    @Test
    void eachSignOfOneReadingIsAnAlertOfItsOwn() {
        assertThat(alerts(observation(MINUTE, vitals(Map.of(VitalSign.SPO2, "7", VitalSign.SYSTOLIC, "0")))))
                .extracting(Occurrence::condition)
                .containsExactlyInAnyOrder(
                        new Condition.Implausible(VitalSign.SPO2), new Condition.Implausible(VitalSign.SYSTOLIC));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "80, NULL, false",
                "80.1, NULL, true",
                "0, NULL, false",
                "-1, NULL, true",
                "NULL, 0.21, false",
                "NULL, 0.2, true",
                "NULL, 1, false",
                "NULL, 1.01, true",
                "2, 60, true",
                "NULL, NULL, false",
            },
            nullValues = "NULL")
    void aFlowOrAFractionThatCannotBeAlerts(@Nullable String flow, @Nullable String fio2, boolean told) {
        assertThat(alerts(observation(MINUTE, oxygen(flow, fio2))))
                .extracting(alert -> alert.condition().key())
                .isEqualTo(told ? List.of("implausible-value:oxygen") : List.of());
    }

    @ParameterizedTest
    @CsvSource({"PT2M, false", "PT2M0.000001S, true"})
    void whatIsDatedMoreThanTwoMinutesAheadIsToldAsNotGraded(Duration ahead, boolean told) {
        var reading = observation(MINUTE, at(MINUTE).minus(ahead), vital(VitalSign.SPO2, "97"));

        assertThat(alerts(reading)).hasSize(told ? 1 : 0).allSatisfy(alert -> {
            assertThat(alert.rule()).isEqualTo(AlertRule.DATED_IN_THE_FUTURE);
            assertThat(alert.condition().key()).isEqualTo("implausible-value:clock");
            assertThat(alert.wording().detail()).endsWith("is not graded");
        });
    }

    @Test
    void whatActsOnAnIntervalActsThoughItIsDatedAhead() {
        var attribution =
                new Attribution(Set.of(Component.FEVER), "transfusion", at(MINUTE - 60), Optional.of(at(MINUTE)));

        assertThat(alerts(observation(MINUTE, at(MINUTE - 3), attribution)))
                .extracting(alert -> alert.wording().detail())
                .singleElement()
                .asString()
                .endsWith("still takes effect on what it names");
    }

    @Test
    void theNewestValueThatCanBeTrueEndsIt() {
        var wrong = observation(100, vital(VitalSign.SPO2, "7"));
        var right = observation(110, vital(VitalSign.SPO2, "97"));

        assertThat(ObservationAlerts.ended(List.of(right, wrong)))
                .containsExactlyInAnyOrder("implausible:spo2", "implausible:home:spo2");
        assertThat(ObservationAlerts.ended(List.of(wrong))).isEmpty();
    }

    @Test
    void aWrongValueAfterTheRightOneLetsItStand() {
        var right = observation(100, vital(VitalSign.SPO2, "97"));
        var wrong = observation(110, vital(VitalSign.SPO2, "7"));

        assertThat(ObservationAlerts.ended(List.of(wrong, right))).doesNotContain("implausible:spo2");
    }

    private static VitalSigns atHome(VitalSign sign, String value) {
        return new VitalSigns(
                Map.of(sign, new BigDecimal(value)), Optional.empty(), Optional.of(CareSetting.HOME), Optional.empty());
    }

    /// Nobody of the hospital saw the later value.
    @Test
    void aValueAtHomeEndsNoAlertAboutOneOfTheHospital() {
        var wrong = observation(100, vital(VitalSign.SPO2, "7"));
        var home = observation(110, atHome(VitalSign.SPO2, "97"));

        assertThat(ObservationAlerts.ended(List.of(wrong, home))).containsExactly("implausible:home:spo2");
    }

    @Test
    void aWrongValueAtHomeEndsWithTheNextOneOfAnyPlace() {
        var wrong = atHome(VitalSign.SPO2, "7");

        assertThat(alerts(observation(100, wrong))).singleElement().satisfies(alert -> {
            assertThat(alert.condition()).isEqualTo(new Condition.Implausible(VitalSign.SPO2, true));
            assertThat(alert.wording().detail()).startsWith("SpO2 7 % (home) is outside");
        });
        assertThat(ObservationAlerts.ended(List.of(observation(110, vital(VitalSign.SPO2, "97")))))
                .containsExactlyInAnyOrder("implausible:spo2", "implausible:home:spo2");
        assertThat(ObservationAlerts.ended(
                        List.of(observation(100, vital(VitalSign.SPO2, "97")), observation(110, wrong))))
                .containsExactly("implausible:spo2");
    }

    @Test
    void aValueOfAnotherSignEndsNothing() {
        assertThat(ObservationAlerts.ended(List.of(
                        observation(100, vital(VitalSign.SPO2, "7")),
                        observation(110, vital(VitalSign.HEART_RATE, "80")))))
                .containsExactlyInAnyOrder("implausible:heartRate", "implausible:home:heartRate");
    }

    @Test
    void whatIsDatedAheadEndsNothing() {
        assertThat(ObservationAlerts.ended(List.of(observation(MINUTE, at(MINUTE - 3), vital(VitalSign.SPO2, "97")))))
                .isEmpty();
    }
}
