package health.vigil.observation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Something seen or done at the bedside, or a clinician's entry about it.
///
/// @param effectiveAt the clinical time, to the microsecond
/// @param receivedAt when the service received it, to the microsecond
/// @param device the device that sent it; absent if a person or a system named the patient
public record Observation(
        ObservationId id,
        PatientId patientId,
        Instant effectiveAt,
        Instant receivedAt,
        Content content,
        Optional<DeviceId> device) {
    /// How far a sender's clock may be ahead. Observations beyond that are stored but never graded.
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

    public Observation {
        effectiveAt = effectiveAt.truncatedTo(ChronoUnit.MICROS);
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /// An observation without a device.
    public Observation(
            ObservationId id, PatientId patientId, Instant effectiveAt, Instant receivedAt, Content content) {
        this(id, patientId, effectiveAt, receivedAt, content, Optional.empty());
    }

    /// Whether it is dated more than two minutes after its receipt. Then it is stored and alerted, but never
    /// graded.
    public boolean datedInTheFuture() {
        return effectiveAt.isAfter(receivedAt.plus(CLOCK_TOLERANCE));
    }

    /// The receipt time under another patient or stay, when the observation turns out to belong there. It was
    /// not known there before. An observation dated in the future stays so.
    ///
    /// @param now when it was found out
    public Instant receivedAgain(Instant now) {
        return datedInTheFuture() ? receivedAt : now;
    }
}
