package health.vigil.access;

import java.time.Instant;
import java.util.Optional;

/// When a session of the pages began, and when it ends.
///
/// @param signedInAt absent for a permanent token, and for a session that an earlier release opened
public record SessionTimes(Optional<Instant> signedInAt, Instant expiresAt) {}
