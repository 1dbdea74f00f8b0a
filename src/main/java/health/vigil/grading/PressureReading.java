package health.vigil.grading;

import health.vigil.observation.ObservationId;
import health.vigil.observation.VitalSign;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// One blood pressure, judged on its own values.
///
/// @param contradicts whether its values contradict each other: the systolic is under the diastolic, or the mean
///     is outside both
record PressureReading(
        Instant at,
        ObservationId id,
        Optional<BigDecimal> systolic,
        Optional<BigDecimal> mean,
        PressureVerdict verdict,
        boolean contradicts) {
    /// The systolic pressure if there is one, else the mean.
    VitalSign sign() {
        return systolic.isPresent() ? VitalSign.SYSTOLIC : VitalSign.MEAN_ARTERIAL_PRESSURE;
    }

    /// @param sign a sign that the reading has
    BigDecimal value(VitalSign sign) {
        return (sign == VitalSign.SYSTOLIC ? systolic : mean).orElseThrow();
    }

    /// The value that {@link #sign} names, as a reading.
    Reading reading() {
        return new Reading(value(sign()), at, id);
    }

    Optional<Origin> origin() {
        return Optional.of(new Origin(id, at));
    }

    /// The newer of two. At the same instant, the one with the worse verdict, or with contradicting values.
    static Optional<PressureReading> newest(Optional<PressureReading> kept, PressureReading next) {
        return kept.filter(old -> old.at.isAfter(next.at) || (old.at.equals(next.at) && !next.outweighs(old)))
                .or(() -> Optional.of(next));
    }

    private boolean outweighs(PressureReading other) {
        int worse = other.verdict.compareTo(verdict);
        return worse > 0 || (worse == 0 && contradicts && !other.contradicts);
    }
}
