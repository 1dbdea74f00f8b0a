package health.vigil.journey;

import health.vigil.observation.Word;

/// Where an item of the readiness list stands.
public enum ItemState implements Word {
    MET,
    NOT_MET,
    /// Not answered, or the answer is too old.
    OPEN
}
