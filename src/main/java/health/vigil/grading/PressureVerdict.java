package health.vigil.grading;

/// The verdict on one blood pressure, by the first rule that decided. Worse verdicts come first.
enum PressureVerdict {
    /// Under a limit that does not depend on the baseline.
    BELOW_ABSOLUTE_SYSTOLIC(true),
    BELOW_ABSOLUTE_MEAN(true),
    /// Systolic pressure under the limit for the age.
    BELOW_AGE_LIMIT(true),
    /// An adult's mean pressure under the limit.
    LOW_MEAN(true),
    /// An adult's systolic pressure far below the baseline.
    FAR_BELOW_BASELINE(true),
    /// At or above the share of the baseline that excludes hypotension.
    OWN_BASELINE(false),
    NORMAL(false);

    private final boolean hypotensive;

    PressureVerdict(boolean hypotensive) {
        this.hypotensive = hypotensive;
    }

    boolean hypotensive() {
        return hypotensive;
    }

    /// The rule that decided.
    Rule rule() {
        return switch (this) {
            case BELOW_ABSOLUTE_SYSTOLIC, BELOW_ABSOLUTE_MEAN -> Rule.CRS_ABSOLUTE_PRESSURE;
            case OWN_BASELINE -> Rule.CRS_OWN_BASELINE;
            case BELOW_AGE_LIMIT, NORMAL -> Rule.CRS_LOW_PRESSURE_AGE;
            case LOW_MEAN -> Rule.CRS_LOW_MEAN_PRESSURE;
            case FAR_BELOW_BASELINE -> Rule.CRS_RELATIVE_HYPOTENSION;
        };
    }

    boolean belowAbsoluteLimit() {
        return this == BELOW_ABSOLUTE_SYSTOLIC || this == BELOW_ABSOLUTE_MEAN;
    }
}
