package health.vigil.ingest;

import health.vigil.access.User;
import health.vigil.trace.Trace;
import java.time.Instant;

/// Whose message it is, and when it came.
///
/// @param user    under whose account it is entered
/// @param address from which network address
/// @param trace   what follows its observations from here on
public record Arrival(User user, String address, Instant receivedAt, Trace trace) {}
