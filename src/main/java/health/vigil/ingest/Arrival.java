package health.vigil.ingest;

import health.vigil.access.User;
import health.vigil.trace.Trace;
import java.time.Instant;

/// The sender of a message, and when it was received.
///
/// @param user    the account under which it is entered
/// @param address the sender's network address
/// @param trace   the trace of its observations
public record Arrival(User user, String address, Instant receivedAt, Trace trace) {}
