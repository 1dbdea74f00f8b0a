package health.vigil.protocol;

import health.vigil.observation.Word;

/// Why a row was declined.
public enum DeclineReason implements Word {
    ALREADY_DONE,
    CONTRAINDICATED,
    GOALS_OF_CARE,
    OTHER_CAUSE,
    PHYSICIAN_DECIDES,
    OTHER;

    /// Whether the reason has to be explained in words.
    public boolean needsText() {
        return this == PHYSICIAN_DECIDES || this == OTHER;
    }
}
