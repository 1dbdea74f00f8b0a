package health.vigil.ingest;

import health.vigil.intake.Submission;
import health.vigil.json.Violation;
import java.util.List;
import java.util.Optional;

/// What is to become of one observation of a body.
sealed interface Outcome {
    /// It goes to Kafka.
    record Accepted(Submission submission, List<String> warnings) implements Outcome {}

    /// It was said before, word for word.
    record Duplicate() implements Outcome {}

    /// It breaks the contract.
    record Refused(Optional<String> id, List<Violation> violations) implements Outcome {}

    /// The sender may not enter it.
    record Forbidden(String id, String detail) implements Outcome {}

    /// It is about a patient who is not there, as far as the sender is told.
    record Unseen(String id) implements Outcome {
        static final String DETAIL = "There is no such patient";
    }
}
