package health.vigil.grading;

/// How one blood pressure was judged, by the first rule that decided.
enum PressureVerdict {
    /// At or above the share of the own baseline that is never hypotension.
    OWN_BASELINE(false),
    /// Systolic under the limit for the age.
    BELOW_AGE_LIMIT(true),
    /// An adult's mean pressure under the limit.
    LOW_MEAN(true),
    /// An adult's systolic far under the own baseline.
    FAR_BELOW_BASELINE(true),
    NORMAL(false);

    private final boolean hypotensive;

    PressureVerdict(boolean hypotensive) {
        this.hypotensive = hypotensive;
    }

    boolean hypotensive() {
        return hypotensive;
    }
}
