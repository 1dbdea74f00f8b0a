package health.vigil.api.alert;

import health.vigil.observation.Word;

/// Where an alert is in its life.
enum AlertStatus implements Word {
    OPEN,
    ACKNOWLEDGED,
    RESOLVED
}
