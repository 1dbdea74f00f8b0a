package health.vigil.journey;

import health.vigil.observation.Word;

/// Whose move it is.
public enum StepOwner implements Word {
    COORDINATOR,
    COLLECTION_CENTRE,
    MANUFACTURER,
    COURIER,
    PHYSICIAN,
    WARD,
    NOBODY
}
