package health.vigil.observation;

/// What was done with an infusion.
public enum InfusionAction implements Word {
    STARTED,
    STOPPED
}
