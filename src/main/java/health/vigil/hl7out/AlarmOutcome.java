package health.vigil.hl7out;

/// What became of a message.
sealed interface AlarmOutcome {
    /// The receiver took it.
    record AlarmTaken() implements AlarmOutcome {}

    /// The receiver will not take it, or it cannot be made.
    ///
    /// @param fault what went wrong, without content
    record AlarmRefused(String fault) implements AlarmOutcome {}

    /// There was no answer to this message.
    ///
    /// @param fault what went wrong, without content
    record Silent(String fault) implements AlarmOutcome {}
}
