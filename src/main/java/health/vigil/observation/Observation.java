package health.vigil.observation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// One thing seen or done at the bedside, or a clinician's entry about it.
///
/// @param effectiveAt when it was so at the bedside, to the microsecond
/// @param receivedAt when the service received it, to the microsecond
/// @param device what it came from; absent where a person or a system named the patient
public record Observation(
        ObservationId id,
        PatientId patientId,
        Instant effectiveAt,
        Instant receivedAt,
        Content content,
        Optional<DeviceId> device) {
    /// How far a sender's clock may run ahead of ours before what it says is kept but never graded.
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

    public Observation {
        effectiveAt = effectiveAt.truncatedTo(ChronoUnit.MICROS);
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /// An observation that came from no device.
    public Observation(
            ObservationId id, PatientId patientId, Instant effectiveAt, Instant receivedAt, Content content) {
        this(id, patientId, effectiveAt, receivedAt, content, Optional.empty());
    }

    /// Dated more than two minutes after its own receipt: kept and alerted, never graded.
    public boolean datedInTheFuture() {
        return effectiveAt.isAfter(receivedAt.plus(CLOCK_TOLERANCE));
    }

    /// When it counts as received by another patient or stay that it turns out to belong to: from then on it is
    /// known there, and was not before. What was dated in the future stays so.
    ///
    /// @param now when that turns out
    public Instant receivedAgain(Instant now) {
        return datedInTheFuture() ? receivedAt : now;
    }
}
