package health.vigil.alert;

import health.vigil.observation.Word;

/// Why an alert ended without its condition clearing.
public enum Resolution implements Word {
    /// It was over before it was known.
    PASSED,
    /// An earlier alert of the same condition continues.
    REPEATED,
    /// The patient was discharged.
    DISCHARGED,
    /// The patient died.
    DIED,
    /// The admission was voided as an error.
    VOIDED
}
