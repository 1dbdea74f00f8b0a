package health.vigil.observation;

/// Why a check could not be done.
public enum NotDoneReason implements Word {
    REFUSED,
    ASLEEP,
    AWAY,
    NO_INTERPRETER,
    OTHER
}
