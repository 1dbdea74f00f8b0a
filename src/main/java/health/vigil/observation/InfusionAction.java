package health.vigil.observation;

/// What was done with an infusion.
public enum InfusionAction implements Word {
    STARTED,
    /// It runs, at another rate.
    CHANGED,
    PAUSED,
    STOPPED;

    /// Whether it takes a running infusion away.
    public boolean ends() {
        return this == PAUSED || this == STOPPED;
    }
}
