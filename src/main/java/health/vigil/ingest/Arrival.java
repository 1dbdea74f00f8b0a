package health.vigil.ingest;

import health.vigil.access.User;
import health.vigil.stream.Author;
import health.vigil.trace.Trace;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// The sender of a message, and when it was received.
///
/// @param user    the account under which it is entered
/// @param address the sender's network address
/// @param trace   the trace of its observations
public record Arrival(User user, String address, Instant receivedAt, Trace trace) {
    /// The author of its records.
    ///
    /// @param wards the author's wards, if the monitor has to check them
    public Author author(Optional<Set<String>> wards) {
        return new Author(user.username(), Optional.of(user.role().word()), Optional.of(address), wards);
    }
}
