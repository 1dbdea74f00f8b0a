package health.vigil.intake;

/// The outcome for one observation of a message: the result of reading it, unless the service knows more about it.
public sealed interface IntakeOutcome permits ReadResult, IntakeOutcome.Duplicate, IntakeOutcome.NotPermitted {
    /// The same observation was accepted before.
    record Duplicate() implements IntakeOutcome {}

    /// The sender may not enter it.
    sealed interface NotPermitted extends IntakeOutcome {
        String id();

        /// The reason, as a sentence.
        String detail();
    }

    /// The sender may not enter this kind, or enter for this device, or withdraw this observation.
    record Forbidden(String id, String detail) implements NotPermitted {}

    /// The patient does not exist, or the sender may not see the patient.
    record UnknownPatient(String id) implements NotPermitted {
        @Override
        public String detail() {
            return "There is no such patient";
        }
    }
}
