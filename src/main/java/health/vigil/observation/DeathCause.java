package health.vigil.observation;

/// The principal cause of a death.
public enum DeathCause implements Word {
    CRS,
    ICANS,
    IEC_HS,
    OTHER
}
