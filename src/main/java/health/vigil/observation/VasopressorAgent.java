package health.vigil.observation;

/// Agents given by infusion for the circulation.
public enum VasopressorAgent implements Word {
    NOREPINEPHRINE,
    EPINEPHRINE,
    PHENYLEPHRINE,
    DOPAMINE,
    ANGIOTENSIN_II,
    VASOPRESSIN,
    DOBUTAMINE,
    MILRINONE;

    /// Dobutamine and milrinone raise the heart's output, not the vessels' tone: they are no vasopressors.
    public boolean inotrope() {
        return this == DOBUTAMINE || this == MILRINONE;
    }
}
