package health.vigil.webhook;

/// What became of an attempt.
sealed interface Outcome {
    /// The receiver has it.
    record Taken(int status) implements Outcome {}

    /// The receiver answered that it does not want this message.
    record Refused(int status) implements Outcome {}

    /// The receiver cannot take anything now, or was not reached.
    ///
    /// @param status of the answer; 0 where there was none
    /// @param fault what went wrong, without any content
    record Unreachable(int status, String fault) implements Outcome {}

    /// 408, 425 and 429 ask for patience; a redirect is not followed: it could lead anywhere.
    static Outcome of(int status) {
        if (status >= 200 && status < 300) {
            return new Taken(status);
        }
        var later = status == 408 || status == 425 || status == 429;
        return status >= 300 && status < 500 && !later
                ? new Refused(status)
                : new Unreachable(status, "the receiver answered " + status);
    }
}
