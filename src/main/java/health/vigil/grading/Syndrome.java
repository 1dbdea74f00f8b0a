package health.vigil.grading;

import health.vigil.observation.Word;

/// The two syndromes; they are graded apart and never added.
public enum Syndrome implements Word {
    CRS,
    ICANS
}
