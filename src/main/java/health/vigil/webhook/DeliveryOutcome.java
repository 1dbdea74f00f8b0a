package health.vigil.webhook;

/// The outcome of an attempt.
public sealed interface DeliveryOutcome {
    /// The receiver accepted the message.
    record Success(int status) implements DeliveryOutcome {}

    /// The receiver rejected this message.
    record Rejection(int status) implements DeliveryOutcome {}

    /// The receiver is overloaded or was not reached.
    ///
    /// @param status the HTTP status; 0 if there was no answer
    /// @param fault what went wrong, without content
    record Unreachable(int status, String fault) implements DeliveryOutcome {}

    /// 408, 425 and 429 are retried. A redirect is not followed, because it could lead to a forbidden
    /// address.
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
