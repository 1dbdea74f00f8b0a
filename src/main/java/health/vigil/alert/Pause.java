package health.vigil.alert;

import health.vigil.observation.Word;
import java.time.Instant;

/// A time in which a check is not required, with a reason.
///
/// @param check the paused check
/// @param until from then on it is due
public record Pause(Check check, PauseReason reason, Instant from, Instant until) {
    public enum PauseReason implements Word {
        REFUSED,
        ASLEEP,
        PROCEDURE,
        OFF_WARD,
        /// Requires a note.
        OTHER
    }

    boolean begunBy(Instant at) {
        return !from.isAfter(at);
    }

    boolean lastsAt(Instant at) {
        return begunBy(at) && until.isAfter(at);
    }
}
