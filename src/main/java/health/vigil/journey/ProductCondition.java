package health.vigil.journey;

import health.vigil.observation.Word;

/// How the product is kept.
public enum ProductCondition implements Word {
    FRESH,
    CRYO
}
