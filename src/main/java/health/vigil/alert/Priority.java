package health.vigil.alert;

import health.vigil.observation.Word;

/// How soon someone has to look. A grade is no priority: the hospital's table maps one to the other.
public enum Priority implements Word {
    HIGH,
    MEDIUM,
    LOW
}
