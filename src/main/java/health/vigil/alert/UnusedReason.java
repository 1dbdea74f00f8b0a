package health.vigil.alert;

import health.vigil.observation.Word;

/// Why the readings of a device are not used.
public enum UnusedReason implements Word {
    /// It is not bound.
    UNBOUND,
    /// It sends ids again with other content; a counting alert covers this.
    ID_CONFLICT,
    /// Its readings are dated in the future.
    CLOCK_AHEAD,
    /// Its readings are always dated too early by the same amount.
    CLOCK_LATE
}
