package health.vigil.observation;

/// The indication of a dose.
public enum Indication implements Word {
    CRS,
    ICANS,
    IEC_HS,
    PROPHYLAXIS,
    PREMEDICATION,
    /// A steroid that replaces the patient's own; it treats no syndrome.
    REPLACEMENT,
    ANTIEMETIC,
    FEVER,
    PAIN,
    INFECTION,
    OTHER
}
