package health.vigil.observation;

import java.util.Optional;

/// A sample that was taken to find an organism, or its result.
///
/// @param specimen what was taken, for instance blood
/// @param organism what grew, where it is known
public record Culture(String specimen, Result result, Optional<String> organism) implements Content {
    /// How far the culture is.
    public enum Result implements Word {
        TAKEN,
        NEGATIVE,
        POSITIVE
    }
}
