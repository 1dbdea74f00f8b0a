package health.vigil.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When a check is due.
///
/// @param parts the required parts, each with its own age
/// @param pause why it is not required now; absent if it is
/// @param notDone the last attempt that failed; absent if the check was done since
/// @param alertAt from when on it is alerted, after the plan's grace; for an inpatient when it is due
public record DueCheck(
        Check check,
        Instant dueAt,
        List<PartAge> parts,
        Optional<Pause> pause,
        Optional<NotDone> notDone,
        Instant alertAt) {
    public DueCheck {
        parts = List.copyOf(parts);
    }

    /// A check that is alerted when it is due.
    public DueCheck(Check check, Instant dueAt, List<PartAge> parts, Optional<Pause> pause, Optional<NotDone> notDone) {
        this(check, dueAt, parts, pause, notDone, dueAt);
    }

    /// The same check, alerted later.
    DueCheck alertedAt(Instant later) {
        return new DueCheck(check, dueAt, parts, pause, notDone, later);
    }

    public boolean overdueAt(Instant at) {
        return !dueAt.isAfter(at);
    }

    public boolean alertedBy(Instant at) {
        return !alertAt.isAfter(at);
    }

    /// The parts that are too old.
    public List<PartAge> missing(Instant at) {
        return parts.stream().filter(part -> !part.dueAt().isAfter(at)).toList();
    }
}
