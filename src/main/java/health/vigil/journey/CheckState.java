package health.vigil.journey;

import health.vigil.observation.Word;

/// What a check says.
public enum CheckState implements Word {
    GREEN,
    /// Something is not known yet.
    OPEN,
    /// It does not fit, and the infusion can still be recorded.
    WARN,
    /// It contradicts: no infusion is recorded.
    STOP
}
