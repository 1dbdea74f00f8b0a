package health.vigil.observation;

/// Why oxygen or ventilation is given; only hypoxia counts towards a grade.
public enum OxygenReason implements Word {
    HYPOXIA,
    COMFORT,
    AIRWAY_PROTECTION,
    SLEEP_APNOEA,
    PROCEDURE
}
