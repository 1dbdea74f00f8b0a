package health.vigil.alert;

import java.time.Instant;
import java.util.Optional;

/// How old a part of a check is.
///
/// @param lastAt when it was last seen; absent: never since the infusion
/// @param dueAt when it has to be seen again
public record PartAge(Part part, Optional<Instant> lastAt, Instant dueAt) {
    static PartAge of(Part part, Instant lastAt, Instant dueAt) {
        return new PartAge(part, Optional.of(lastAt), dueAt);
    }

    boolean seenFrom(Instant instant) {
        return lastAt.filter(last -> !last.isBefore(instant)).isPresent();
    }
}
