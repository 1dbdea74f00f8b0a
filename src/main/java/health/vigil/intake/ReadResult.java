package health.vigil.intake;

import health.vigil.json.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What became of reading one observation.
public sealed interface ReadResult extends IntakeOutcome {
    /// It keeps to the contract; unless more is known of it, it is accepted.
    ///
    /// @param warnings what a person should look at, as sentences without the values
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

        /// With the warnings that the observation itself gives reason for.
        public static Valid of(Submission submission, Instant receivedAt) {
            return new Valid(submission, Warnings.of(submission, receivedAt));
        }
    }

    /// It breaks the contract.
    ///
    /// @param id the sender's id, if it could be read
    /// @param violations every fault that was found, at least one
    record Invalid(Optional<String> id, List<Violation> violations) implements ReadResult {
        public Invalid {
            violations = List.copyOf(violations);
        }
    }
}
