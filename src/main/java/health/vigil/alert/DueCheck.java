package health.vigil.alert;

import java.time.Instant;
import java.util.Optional;

/// When a check is due.
///
/// @param pause why it is not asked for now; absent when it is
public record DueCheck(Check check, Instant dueAt, Optional<Pause> pause) {
    public boolean overdueAt(Instant at) {
        return !dueAt.isAfter(at);
    }
}
