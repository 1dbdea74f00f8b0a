package health.vigil.webhook;

/// What became of an attempt.
sealed interface DeliveryOutcome {
    /// The receiver has it.
    record Success(int status) implements DeliveryOutcome {}

    /// The receiver answered that it does not want this message.
    record Rejection(int status) implements DeliveryOutcome {}

    /// The receiver cannot take anything now, or was not reached.
    ///
    /// @param status of the answer; 0 where there was none
    /// @param fault what went wrong, without any content
    record Unreachable(int status, String fault) implements DeliveryOutcome {}

    /// 408, 425 and 429 ask for patience; a redirect is not followed: it could lead anywhere.
    static DeliveryOutcome of(int status) {
        if (status >= 200 && status < 300) {
            return new Success(status);
        }
        var later = status == 408 || status == 425 || status == 429;
        return status >= 300 && status < 500 && !later
                ? new Rejection(status)
                : new Unreachable(status, "the receiver answered " + status);
    }
}
