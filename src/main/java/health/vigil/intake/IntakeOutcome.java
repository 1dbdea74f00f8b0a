package health.vigil.intake;

/// What became of one observation of a message: what reading it gave, unless more is known of it.
public sealed interface IntakeOutcome permits ReadResult, IntakeOutcome.Duplicate, IntakeOutcome.NotPermitted {
    /// It was said before, word for word.
    record Duplicate() implements IntakeOutcome {}

    /// The sender may not enter it.
    sealed interface NotPermitted extends IntakeOutcome {
        String id();

        /// Why, as a sentence.
        String detail();
    }

    /// It is of a kind, of a device or about an observation that is not the sender's to enter.
    record Forbidden(String id, String detail) implements NotPermitted {}

    /// It is about a patient who is not there, as far as the sender is told.
    record UnknownPatient(String id) implements NotPermitted {
        @Override
        public String detail() {
            return "There is no such patient";
        }
    }
}
