package health.vigil.observation;

import java.util.Optional;

/// A culture that was taken, or its result.
///
/// @param specimen the specimen, for instance blood
/// @param organism the organism that grew, if known
public record Culture(String specimen, Result result, Optional<String> organism) implements Content {
    /// The status of the culture.
    public enum Result implements Word {
        TAKEN,
        NEGATIVE,
        POSITIVE
    }
}
