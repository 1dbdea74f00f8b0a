package health.vigil.grading;

import health.vigil.observation.Word;

/// The two syndromes. They are graded separately and never added.
public enum Syndrome implements Word {
    CRS,
    ICANS
}
