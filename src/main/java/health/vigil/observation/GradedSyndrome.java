package health.vigil.observation;

/// The syndromes whose grades a physician can confirm.
public enum GradedSyndrome implements Word {
    CRS,
    ICANS
}
