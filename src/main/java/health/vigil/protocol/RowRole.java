package health.vigil.protocol;

import health.vigil.observation.Word;

/// The people for whom a row is meant.
public enum RowRole implements Word {
    NURSE,
    PHYSICIAN
}
