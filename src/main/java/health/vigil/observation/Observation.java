package health.vigil.observation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// One thing seen or done at the bedside, or a clinician's entry about it.
///
/// @param effectiveAt when it was so at the bedside, to the microsecond
/// @param receivedAt when the service received it, to the microsecond
public record Observation(
        ObservationId id, PatientId patientId, Instant effectiveAt, Instant receivedAt, Content content) {
    /// How far a sender's clock may run ahead of ours before what it says is kept but never graded.
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

    public Observation {
        effectiveAt = effectiveAt.truncatedTo(ChronoUnit.MICROS);
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /// Dated more than two minutes after its own receipt: kept and alerted, never graded.
    public boolean datedInTheFuture() {
        return effectiveAt.isAfter(receivedAt.plus(CLOCK_TOLERANCE));
    }
}
