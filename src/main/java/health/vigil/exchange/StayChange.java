package health.vigil.exchange;

import health.vigil.observation.Word;

/// What a message says about a patient's stay or number.
public enum StayChange implements Word {
    /// The stay was made, or facts of it changed.
    UPDATED,
    MOVED,
    ENDED,
    REOPENED,
    CANCELLED,
    /// Two numbers are one patient.
    MERGED,
    /// They are not, after all.
    UNMERGED
}
