package health.vigil.store;

import health.vigil.journey.EntryKind;
import health.vigil.journey.EntryStamp;
import java.util.Optional;
import java.util.UUID;

/// What was recorded about a journey.
///
/// @param reason why something was changed
/// @param content a JSON object
public record StoredEntry(
        UUID id, UUID journey, EntryKind kind, EntryStamp stamp, Optional<String> reason, String content) {}
