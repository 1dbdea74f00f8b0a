package health.vigil.grading.scale;

/// How one scale reads what was found at the bedside of a patient with CRS.
sealed interface ScaleRule permits Lee2014, CtcaeV5, Penn {
    /// Adds what counts on this scale.
    void judge(Bedside bedside, ScaleEvidence evidence);

    static ScaleRule of(Scale scale) {
        return switch (scale) {
            case LEE_2014 -> new Lee2014();
            case CTCAE_V5 -> new CtcaeV5();
            case PENN -> new Penn();
        };
    }
}
