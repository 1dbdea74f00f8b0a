package health.vigil.alert;

import health.vigil.observation.Word;
import java.time.Instant;

/// A check is not asked for, for a stated reason and a limited time.
///
/// @param check the one that is paused
/// @param until from then on it is due
public record Pause(Check check, Reason reason, Instant from, Instant until) {
    /// Why.
    public enum Reason implements Word {
        REFUSED,
        ASLEEP,
        PROCEDURE,
        OFF_WARD,
        /// With a note that says what.
        OTHER
    }

    boolean begunBy(Instant at) {
        return !from.isAfter(at);
    }

    boolean lastsAt(Instant at) {
        return begunBy(at) && until.isAfter(at);
    }
}
