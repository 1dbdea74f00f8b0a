package health.vigil.protocol;

import health.vigil.observation.Word;

/// What was answered to a row.
public enum PromptResponse implements Word {
    DONE,
    PLANNED,
    DECLINED
}
