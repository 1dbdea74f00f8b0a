package health.vigil.patient.journey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.journey.EntryKind;
import health.vigil.journey.EntryStamp;
import health.vigil.json.JsonText;
import health.vigil.store.StoredEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An entry that is to be recorded.
///
/// @param at when it was so; absent: when it is recorded
record JourneyEntry(EntryKind kind, Optional<Instant> at, Optional<String> reason, ObjectNode content) {
    StoredEntry stored(UUID journey, Instant now, String by) {
        return new StoredEntry(
                UUID.randomUUID(),
                journey,
                Optional.of(kind),
                new EntryStamp(at.orElse(now), now, by),
                reason,
                JsonText.of(content));
    }
}
