package health.vigil.observation;

/// What was done with an infusion.
public enum InfusionAction implements Word {
    STARTED,
    /// It runs at a changed rate.
    CHANGED,
    PAUSED,
    STOPPED;

    /// Whether the infusion no longer runs.
    public boolean ends() {
        return this == PAUSED || this == STOPPED;
    }
}
