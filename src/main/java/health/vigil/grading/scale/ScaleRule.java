package health.vigil.grading.scale;

/// The rule of one scale for a patient with CRS.
sealed interface ScaleRule permits Lee2014, CtcaeV5, Penn {
    /// Adds the evidence that counts on this scale.
    void judge(ClinicalPicture picture, ScaleEvidence evidence);

    static ScaleRule of(Scale scale) {
        return switch (scale) {
            case LEE_2014 -> new Lee2014();
            case CTCAE_V5 -> new CtcaeV5();
            case PENN -> new Penn();
        };
    }
}
