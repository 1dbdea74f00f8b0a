package health.vigil.observation;

import java.util.Optional;

/// A physician's entry that a course of CRS has started or ended.
public record CrsCourse(Action action, Optional<String> note) implements Content {
    public enum Action implements Word {
        OPENED,
        CLOSED
    }
}
