package health.vigil.api.alerts;

import health.vigil.access.Wards;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whose alerts a reader hears: those of the wards it may see, narrowed to one if it asked so.
///
/// An event tells the ward the patient was in when it happened, so a transfer moves what follows to other readers.
record Audience(Wards wards, Optional<String> ward) {
    boolean hears(@Nullable String eventWard) {
        return ward.map(asked -> asked.equals(eventWard)).orElse(true) && mayHear(eventWard);
    }

    /// A technical alert belongs to no ward: only who sees all of them hears it.
    private boolean mayHear(@Nullable String eventWard) {
        return eventWard == null ? wards.only().isEmpty() : wards.include(eventWard);
    }
}
