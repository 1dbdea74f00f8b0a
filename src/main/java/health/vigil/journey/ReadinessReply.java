package health.vigil.journey;

import health.vigil.observation.Word;

/// An answer to an item of the readiness list.
public enum ReadinessReply implements Word {
    YES,
    NO,
    NOT_APPLICABLE
}
