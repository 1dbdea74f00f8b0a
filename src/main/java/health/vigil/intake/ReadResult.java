package health.vigil.intake;

import health.vigil.json.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The result of reading one observation.
public sealed interface ReadResult extends IntakeOutcome {
    /// It follows the contract. It is accepted unless the service knows more about it.
    ///
    /// @param warnings what a person should check, as sentences without the values
    record Valid(Submission submission, List<String> warnings) implements ReadResult {
        public Valid {
            warnings = List.copyOf(warnings);
        }

        /// The same with more warnings.
        public Valid with(List<String> more) {
            return more.isEmpty()
                    ? this
                    : new Valid(
                            submission,
                            Stream.concat(warnings.stream(), more.stream()).toList());
        }

        /// Adds the warnings that follow from the observation alone.
        public static Valid of(Submission submission, Instant receivedAt) {
            return new Valid(submission, Warnings.of(submission, receivedAt));
        }
    }

    /// It breaks the contract.
    ///
    /// @param id the sender's id, if it could be read
    /// @param violations all faults, at least one
    record Invalid(Optional<String> id, List<Violation> violations) implements ReadResult {
        public Invalid {
            violations = List.copyOf(violations);
        }
    }
}
