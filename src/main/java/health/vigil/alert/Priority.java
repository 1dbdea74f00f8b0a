package health.vigil.alert;

import health.vigil.observation.Word;

/// How soon someone has to look. The hospital's table maps grades to priorities.
public enum Priority implements Word {
    HIGH,
    MEDIUM,
    LOW
}
