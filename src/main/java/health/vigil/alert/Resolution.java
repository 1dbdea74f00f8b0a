package health.vigil.alert;

import health.vigil.observation.Word;

/// Why an alert ended, where it is not that its condition cleared.
public enum Resolution implements Word {
    /// It was over before it was known.
    PASSED,
    /// The same was told a moment before, and that alert goes on.
    REPEATED,
    /// The patient was discharged.
    DISCHARGED,
    /// The patient died.
    DIED,
    /// The admission was made in error.
    VOIDED
}
