package health.vigil.journey;

import health.vigil.observation.Word;

/// A span of a journey that is measured.
public enum JourneyIntervalName implements Word {
    /// From the start of the first apheresis to the start of the infusion.
    VEIN_TO_VEIN,
    /// From the start of the first apheresis to the receipt by the hospital.
    VEIN_TO_DOOR,
    APHERESIS_TO_RELEASE,
    RELEASE_TO_INFUSION,
    DECISION_TO_APHERESIS,
    IN_HOLD
}
