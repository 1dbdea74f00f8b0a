package health.vigil.intake;

import health.vigil.json.Violation;
import java.util.List;
import java.util.Optional;

/// What became of reading one observation.
public sealed interface ReadResult {
    /// It keeps to the contract.
    ///
    /// @param warnings what a person should look at, as sentences without the values
    record Valid(Submission submission, List<String> warnings) implements ReadResult {
        public Valid {
            warnings = List.copyOf(warnings);
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
