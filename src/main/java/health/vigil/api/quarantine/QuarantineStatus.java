package health.vigil.api.quarantine;

import health.vigil.observation.Word;

/// The state of a record in quarantine.
enum QuarantineStatus implements Word {
    OPEN,
    RELEASED,
    DISCARDED
}
