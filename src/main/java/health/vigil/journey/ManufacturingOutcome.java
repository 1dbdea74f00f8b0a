package health.vigil.journey;

import health.vigil.observation.Word;

/// How the manufacture of a product ended.
public enum ManufacturingOutcome implements Word {
    RELEASED,
    OUT_OF_SPECIFICATION,
    FAILED,
    TERMINATED
}
