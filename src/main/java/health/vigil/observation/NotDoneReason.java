package health.vigil.observation;

/// Why a check was missed.
public enum NotDoneReason implements Word {
    REFUSED,
    ASLEEP,
    AWAY,
    NO_INTERPRETER,
    OTHER
}
