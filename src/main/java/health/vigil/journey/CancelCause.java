package health.vigil.journey;

import health.vigil.observation.Word;

/// Why a journey was cancelled.
public enum CancelCause implements Word {
    PROGRESSION,
    INFECTION,
    ORGAN,
    PRODUCT,
    PATIENT,
    DEATH
}
