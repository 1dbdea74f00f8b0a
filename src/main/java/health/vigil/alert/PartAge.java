package health.vigil.alert;

import java.time.Instant;
import java.util.Optional;

/// The age of a part of a check.
///
/// @param lastAt when it was last recorded; absent: never since the infusion
/// @param dueAt when it must be recorded again
public record PartAge(CheckPart part, Optional<Instant> lastAt, Instant dueAt) {
    static PartAge of(CheckPart part, Instant lastAt, Instant dueAt) {
        return new PartAge(part, Optional.of(lastAt), dueAt);
    }

    boolean seenFrom(Instant instant) {
        return lastAt.filter(last -> !last.isBefore(instant)).isPresent();
    }
}
