package health.vigil.alert;

import health.vigil.observation.Word;

/// Why nothing of a device that speaks is used.
public enum UnusedReason implements Word {
    /// It is bound to nobody.
    UNBOUND,
    /// It sends ids again with other content; told by the alert that counts them.
    ID_CONFLICT,
    /// What it says is dated in the future.
    CLOCK_AHEAD,
    /// What it says is dated too early, always by the same span.
    CLOCK_LATE
}
