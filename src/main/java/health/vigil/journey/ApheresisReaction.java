package health.vigil.journey;

import health.vigil.observation.Word;

/// An adverse event of an apheresis.
public enum ApheresisReaction implements Word {
    CITRATE,
    ACCESS,
    NONE
}
