package health.vigil.store;

import health.vigil.observation.Word;

/// Whether a reported stay goes on.
public enum StayState implements Word {
    OPEN,
    ENDED,
    CANCELLED
}
