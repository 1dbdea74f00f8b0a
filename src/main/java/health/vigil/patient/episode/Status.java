package health.vigil.patient.episode;

import health.vigil.observation.Word;

/// Whether the monitoring period goes on.
enum Status implements Word {
    ACTIVE,
    ENDED,
    /// The admission was made in error.
    VOIDED
}
