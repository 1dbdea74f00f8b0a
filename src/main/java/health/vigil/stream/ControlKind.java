package health.vigil.stream;

import health.vigil.observation.Word;

/// Records that are not observations. Only the service itself writes them.
enum ControlKind implements Word {
    BASELINE_CHANGED,
    EPISODE_ADMITTED,
    EPISODE_CORRECTED,
    EPISODE_VOIDED,
    DEVICE_REBOUND,
    PATIENT_MERGED,
    SOURCE_WITHDRAWN,
    OBSERVATIONS_WITHDRAWN,
    FOREIGN
}
