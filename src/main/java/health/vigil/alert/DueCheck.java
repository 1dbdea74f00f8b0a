package health.vigil.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When a check is due.
///
/// @param parts the required parts, each with its own age
/// @param pause why it is not required now; absent if it is
/// @param notDone the last attempt that failed; absent if the check was done since
public record DueCheck(
        Check check, Instant dueAt, List<PartAge> parts, Optional<Pause> pause, Optional<NotDone> notDone) {
    public DueCheck {
        parts = List.copyOf(parts);
    }

    public boolean overdueAt(Instant at) {
        return !dueAt.isAfter(at);
    }

    /// The parts that are too old.
    public List<PartAge> missing(Instant at) {
        return parts.stream().filter(part -> !part.dueAt().isAfter(at)).toList();
    }
}
