package health.vigil.fhirview;

import health.vigil.exchange.SourceToken;
import health.vigil.exchange.StatementStatus;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.Sender;
import health.vigil.observation.VitalSign;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.junit.jupiter.api.Test;

import static health.vigil.fhirview.ViewSamples.signs;
import static health.vigil.fhirview.ViewSamples.version;
import static org.assertj.core.api.Assertions.assertThat;

class StatementResourcesTest {
    private static final String PART = "x." + "a".repeat(32);

    /// As another system sent it.
    private static GivenObservation sent(Object... signsAndValues) {
        var given = ViewSamples.given(PART, signs(signsAndValues));
        var observed = given.observation();
        return new GivenObservation(
                new Observation(
                        new ObservationId(new Sender("ehr"), PART),
                        observed.patientId(),
                        observed.effectiveAt(),
                        observed.receivedAt(),
                        observed.content()),
                given.subject(),
                Optional.of("ehr"),
                true,
                Optional.empty(),
                given.updatedAt(),
                given.source());
    }

    private static ObservationStatus status(Optional<StatementStatus> status, GivenObservation... given) {
        return StatementResources.observation(version(status, List.of(given)))
                .orElseThrow()
                .getStatus();
    }

    @Test
    void theStatusIsThatOfItsSender() {
        var given = sent(VitalSign.SPO2, "93");
        assertThat(SourceToken.isPart(PART)).isTrue();

        assertThat(status(Optional.of(StatementStatus.PRELIMINARY), given)).isEqualTo(ObservationStatus.PRELIMINARY);
        assertThat(status(Optional.of(StatementStatus.FINAL), given)).isEqualTo(ObservationStatus.FINAL);
        assertThat(status(Optional.of(StatementStatus.AMENDED), given)).isEqualTo(ObservationStatus.AMENDED);
    }

    @Test
    void whatHasNotArrivedHasNoKnownStatus() {
        assertThat(status(Optional.empty(), sent(VitalSign.SPO2, "93"))).isEqualTo(ObservationStatus.UNKNOWN);
    }

    @Test
    void whatWasRetractedIsInErrorWhateverItsSenderSays() {
        var given = ViewSamples.withdrawn(sent(VitalSign.SPO2, "93"));

        var resource = StatementResources.observation(version(Optional.of(StatementStatus.FINAL), List.of(given)))
                .orElseThrow();

        assertThat(resource.getStatus()).isEqualTo(ObservationStatus.ENTEREDINERROR);
        assertThat(resource.hasValue()).isFalse();
    }

    @Test
    void severalObservationsAreAPanelWithoutAValue() {
        var given = sent(VitalSign.SPO2, "93", VitalSign.HEART_RATE, "88");

        var resource = StatementResources.observation(version(Optional.of(StatementStatus.FINAL), List.of(given)))
                .orElseThrow();

        assertThat(resource.getHasMember()).hasSize(2);
        assertThat(resource.hasValue()).isFalse();
        assertThat(resource.getStatus()).isEqualTo(ObservationStatus.FINAL);
    }

    @Test
    void aVersionThatWithdrawsHasNoResource() {
        var nothing = version(Optional.of(StatementStatus.WITHDRAWN), List.of());

        assertThat(StatementResources.of("Observation", nothing)).isEmpty();
        assertThat(StatementResources.of("MedicationAdministration", nothing)).isEmpty();
    }
}
