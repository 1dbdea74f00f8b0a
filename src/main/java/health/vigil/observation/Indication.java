package health.vigil.observation;

/// What a dose was given for.
public enum Indication implements Word {
    CRS,
    ICANS,
    IEC_HS,
    PROPHYLAXIS,
    PREMEDICATION,
    /// A steroid in place of the patient's own: it treats no syndrome.
    REPLACEMENT,
    ANTIEMETIC,
    FEVER,
    PAIN,
    INFECTION,
    OTHER
}
