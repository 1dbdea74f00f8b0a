package health.vigil.store;

import health.vigil.journey.EntryKind;
import health.vigil.journey.EntryStamp;
import java.util.Optional;
import java.util.UUID;

/// What was recorded about a journey.
///
/// @param kind empty if a later version wrote a kind that this one does not know
/// @param reason why something was changed
/// @param content a JSON object
public record StoredEntry(
        UUID id, UUID journey, Optional<EntryKind> kind, EntryStamp stamp, Optional<String> reason, String content) {}
