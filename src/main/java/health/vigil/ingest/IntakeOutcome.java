package health.vigil.ingest;

import health.vigil.intake.Submission;
import health.vigil.json.Violation;
import java.util.List;
import java.util.Optional;

/// What is to become of one observation of a body.
sealed interface IntakeOutcome {
    /// It goes to Kafka.
    record Accepted(Submission submission, List<String> warnings) implements IntakeOutcome {}

    /// It was said before, word for word.
    record Duplicate() implements IntakeOutcome {}

    /// It breaks the contract.
    record Refused(Optional<String> id, List<Violation> violations) implements IntakeOutcome {}

    /// The sender may not enter it.
    record Forbidden(String id, String detail) implements IntakeOutcome {}

    /// It is about a patient who is not there, as far as the sender is told.
    record UnknownPatient(String id) implements IntakeOutcome {
        static final String DETAIL = "There is no such patient";
    }
}
