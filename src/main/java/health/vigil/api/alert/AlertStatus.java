package health.vigil.api.alert;

import health.vigil.observation.Word;

/// The state of an alert.
enum AlertStatus implements Word {
    OPEN,
    ACKNOWLEDGED,
    RESOLVED
}
