package health.vigil.patient.episode;

import health.vigil.observation.Word;

/// The state of the monitoring period.
enum Status implements Word {
    ACTIVE,
    ENDED,
    /// The admission was made in error.
    VOIDED
}
