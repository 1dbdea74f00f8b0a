package health.vigil.grading;

import health.vigil.observation.ObservationId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// One blood pressure, judged on its own values.
record PressureReading(
        Instant at,
        ObservationId id,
        Optional<BigDecimal> systolic,
        Optional<BigDecimal> mean,
        PressureVerdict verdict) {
    /// The newer of two; at one instant the hypotensive one.
    static Optional<PressureReading> newest(Optional<PressureReading> kept, PressureReading next) {
        return kept.filter(old -> old.at.isAfter(next.at) || (old.at.equals(next.at) && old.verdict.hypotensive()))
                .or(() -> Optional.of(next));
    }
}
