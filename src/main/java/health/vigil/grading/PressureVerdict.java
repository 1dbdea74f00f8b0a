package health.vigil.grading;

/// How one blood pressure was judged, by the first rule that decided. The worse verdicts come first.
enum PressureVerdict {
    /// Under a limit that holds whatever the own baseline.
    BELOW_ABSOLUTE_SYSTOLIC(true),
    BELOW_ABSOLUTE_MEAN(true),
    /// Systolic under the limit for the age.
    BELOW_AGE_LIMIT(true),
    /// An adult's mean pressure under the limit.
    LOW_MEAN(true),
    /// An adult's systolic far under the own baseline.
    FAR_BELOW_BASELINE(true),
    /// At or above the share of the own baseline that is no hypotension.
    OWN_BASELINE(false),
    NORMAL(false);

    private final boolean hypotensive;

    PressureVerdict(boolean hypotensive) {
        this.hypotensive = hypotensive;
    }

    boolean hypotensive() {
        return hypotensive;
    }

    boolean belowAbsoluteLimit() {
        return this == BELOW_ABSOLUTE_SYSTOLIC || this == BELOW_ABSOLUTE_MEAN;
    }
}
