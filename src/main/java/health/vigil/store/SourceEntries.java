package health.vigil.store;

import health.vigil.exchange.StatementStatus;
import java.time.Instant;
import java.util.Optional;

/// The statements of other systems by their keys, with their revisions.
public final class SourceEntries {
    /// What is known of a key, for intake.
    ///
    /// @param version the number of its latest revision, from 1
    /// @param status the status of the revision that stands; `WITHDRAWN` if none does
    /// @param patient the patient whom it is about
    public record KnownSource(
            String key,
            int version,
            StatementStatus status,
            Optional<Instant> issued,
            Optional<String> patient,
            Instant receivedAt) {}

    private SourceEntries() {}
}
