package health.vigil.store;

import health.vigil.observation.Word;

/// Whether a reported stay goes on.
public enum StayState implements Word {
    /// The patient has not come yet.
    PLANNED,
    OPEN,
    ENDED,
    CANCELLED
}
