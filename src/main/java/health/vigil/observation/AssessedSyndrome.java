package health.vigil.observation;

/// The syndromes that only a physician can assess.
public enum AssessedSyndrome implements Word {
    IEC_HS,
    ICANS_LATE,
    ENTEROCOLITIS,
    /// Movement and neurocognitive treatment-emergent events.
    MNT,
    OTHER
}
