package health.vigil.observation;

/// Where vital signs were taken, if not in the hospital or at a visit.
public enum CareSetting implements Word {
    HOME
}
