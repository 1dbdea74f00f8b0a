package health.vigil.observation;

import java.util.Optional;

/// A physician's word that a course of CRS is open or is over.
public record CrsCourse(Action action, Optional<String> note) implements Content {
    /// What the physician says of the course.
    public enum Action implements Word {
        OPENED,
        CLOSED
    }
}
