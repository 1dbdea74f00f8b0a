package health.vigil.observation;

/// The kinds of observation.
public enum Kind implements Word {
    VITAL_SIGNS,
    OXYGEN_THERAPY,
    VASOPRESSOR,
    FLUID_BOLUS,
    MEDICATION,
    NEURO_CHECK,
    SEIZURE,
    NEURO_FINDING,
    LAB_RESULT,
    ATTRIBUTION,
    CRS_COURSE,
    TRANSFUSION,
    CULTURE,
    DISEASE_EVENT,
    WEIGHT,
    SYNDROME_ASSESSMENT,
    GRADE_CONFIRMATION,
    HOME_CHECK,
    RETRACTION,
    DEATH;

    /// Whether it acts on the interval or the observation that it names, and not at its own time.
    public boolean actsOnWhatItNames() {
        return this == ATTRIBUTION || this == RETRACTION;
    }
}
