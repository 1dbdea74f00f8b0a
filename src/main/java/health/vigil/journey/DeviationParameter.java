package health.vigil.journey;

import health.vigil.observation.Word;

/// What of a product is out of its specification.
public enum DeviationParameter implements Word {
    VIABILITY,
    DOSE,
    OTHER
}
