package health.vigil.exchange;

import health.vigil.observation.Word;

/// What a message says about a patient's stay or number.
public enum StayChange implements Word {
    /// Facts of the stay changed.
    UPDATED,
    /// The stay is to begin later.
    PLANNED,
    /// The patient has come.
    ADMITTED,
    MOVED,
    ENDED,
    REOPENED,
    CANCELLED,
    /// Two numbers are one patient.
    MERGED,
    /// They are not, after all.
    UNMERGED
}
