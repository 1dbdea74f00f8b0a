package health.vigil.journey;

import health.vigil.observation.Word;

/// The stations on the line.
public enum StationName implements Word {
    REFERRAL,
    DECISION,
    COLLECTION,
    MANUFACTURE,
    RELEASE,
    BRIDGING,
    DELIVERY,
    LYMPHODEPLETION,
    INFUSION
}
