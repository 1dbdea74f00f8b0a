package health.vigil.journey;

import health.vigil.observation.Word;

/// What is done with a product that is out of its specification.
public enum DeviationDecision implements Word {
    USE_UNDER_EXPANDED_ACCESS,
    REMANUFACTURE,
    CANCEL
}
