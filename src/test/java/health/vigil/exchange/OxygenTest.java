package health.vigil.exchange;

import health.vigil.exchange.OxygenJoin.OxygenSaying;
import health.vigil.exchange.OxygenRules.OxygenResult;
import health.vigil.exchange.SenderSettings.ReadingSettings;
import health.vigil.intake.Subject;
import health.vigil.json.JsonText;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.PatientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Device, flow and fraction of one patient and one instant are one record.
class OxygenTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final Subject PATIENT = new Subject.ByPatient(new PatientId("p-1"));

    private static OxygenFragment device(OxygenDevice device) {
        return OxygenFragment.NOTHING.withDevice(device, false, "device");
    }

    private static OxygenFragment flow(String litres) {
        return OxygenFragment.NOTHING.withFlow(new SentAmount(new BigDecimal(litres), Optional.of("L/min")), "flow");
    }

    private static OxygenFragment fraction(String value, String unit) {
        return OxygenFragment.NOTHING.withFraction(
                new SentAmount(new BigDecimal(value), Optional.of(unit)), "fraction");
    }

    private static ReadingSettings settings(Optional<OxygenReason> reason, Optional<OxygenDevice> device) {
        return new ReadingSettings(
                Vocabulary.standard(), reason, device, Optional.empty(), false, false, Optional.empty(), Map.of());
    }

    private static OxygenResult apply(OxygenFragment fragment, ReadingSettings settings) {
        return new OxygenRules(settings).apply(fragment, PATIENT, AT);
    }

    @Test
    void aDeviceWithReasonIsCharted() {
        var said = device(OxygenDevice.NASAL_CANNULA).withReason(OxygenReason.HYPOXIA);

        assertThat(apply(said, ReadingSettings.DEFAULT))
                .isInstanceOfSatisfying(
                        OxygenResult.Charted.class,
                        charted -> assertThat(JsonText.of(charted.part().fields()))
                                .isEqualTo("{\"device\":\"nasal-cannula\",\"reason\":\"hypoxia\"}"));
    }

    @Test
    void oxygenWithoutAReasonIsForAPerson() {
        assertThat(apply(device(OxygenDevice.NASAL_CANNULA), ReadingSettings.DEFAULT))
                .isEqualTo(new OxygenResult.Undecidable(ForeignReason.OXYGEN_REASON, "device"));
    }

    @Test
    void roomAirNeedsNoReason() {
        assertThat(apply(device(OxygenDevice.ROOM_AIR), ReadingSettings.DEFAULT))
                .isInstanceOf(OxygenResult.Charted.class);
    }

    @Test
    void theSendersUsualReasonAndDeviceCount() {
        var settings = settings(Optional.of(OxygenReason.HYPOXIA), Optional.of(OxygenDevice.SIMPLE_MASK));

        assertThat(apply(flow("6"), settings)).isInstanceOfSatisfying(OxygenResult.Charted.class, charted -> {
            assertThat(JsonText.of(charted.part().fields()))
                    .isEqualTo("{\"device\":\"simple-mask\",\"flow\":{\"value\":6,\"unit\":\"L/min\"},"
                            + "\"reason\":\"hypoxia\"}");
            assertThat(charted.cautions()).hasSize(2);
        });
    }

    @ParameterizedTest
    @CsvSource({"0, 21, %", "0.0, 0.21, 1", "0, 20, %"})
    void roomAirWithoutADeviceSaysNothing(String flow, String fraction, String unit) {
        var said = flow(flow).joined(fraction(fraction, unit)).orElseThrow();

        assertThat(apply(said, ReadingSettings.DEFAULT)).isEqualTo(new OxygenResult.Nothing());
    }

    @ParameterizedTest
    @CsvSource({"0.1, 21, %", "0, 22, %", "0, 0.22, 1", "0, 40, furlong"})
    void moreThanRoomAirWithoutADeviceIsForAPerson(String flow, String fraction, String unit) {
        var said = flow(flow).joined(fraction(fraction, unit)).orElseThrow();

        assertThat(apply(said, ReadingSettings.DEFAULT))
                .isEqualTo(new OxygenResult.Undecidable(ForeignReason.OXYGEN_DEVICE, "flow"));
    }

    @Test
    void deviceFlowAndFractionOfOneInstantAreJoined() {
        var joined = OxygenJoin.of(List.of(
                new OxygenSaying(0, PATIENT, AT, flow("2")),
                new OxygenSaying(1, PATIENT, AT, device(OxygenDevice.NASAL_CANNULA)),
                new OxygenSaying(2, PATIENT, AT, fraction("28", "%"))));

        assertThat(joined).singleElement().satisfies(one -> {
            assertThat(one.lead().index()).isEqualTo(1);
            assertThat(one.members()).containsExactlyInAnyOrder(0, 1, 2);
            assertThat(one.fragment().flow()).isPresent();
            assertThat(one.fragment().fraction()).isPresent();
        });
    }

    @Test
    void anotherInstantOrPatientIsAnotherRecord() {
        var joined = OxygenJoin.of(List.of(
                new OxygenSaying(0, PATIENT, AT, flow("2")),
                new OxygenSaying(1, PATIENT, AT.plusSeconds(1), device(OxygenDevice.NASAL_CANNULA)),
                new OxygenSaying(2, new Subject.ByPatient(new PatientId("p-2")), AT, device(OxygenDevice.BIPAP))));

        assertThat(joined).hasSize(3);
    }

    @Test
    void contradictionsStayApart() {
        var joined = OxygenJoin.of(List.of(
                new OxygenSaying(0, PATIENT, AT, device(OxygenDevice.NASAL_CANNULA)),
                new OxygenSaying(1, PATIENT, AT, device(OxygenDevice.BIPAP)),
                new OxygenSaying(2, PATIENT, AT, flow("2"))));

        assertThat(joined).hasSize(3);
    }
}
