package health.vigil.observation;

/// Why a fluid bolus was given; only hypotension counts towards a grade.
public enum FluidReason implements Word {
    HYPOTENSION,
    HYDRATION
}
