package health.vigil.api.alert;

import health.vigil.access.WardName;
import health.vigil.access.Wards;
import java.util.Optional;

/// Whose alerts a reader hears: those of the wards it may see, narrowed to one if it asked so.
///
/// An event tells the ward the patient was in when it happened, so a transfer moves what follows to other readers.
record WardScope(Wards wards, Optional<String> ward) {
    boolean hears(Optional<String> eventWard) {
        return (ward.isEmpty() || ward.map(WardName::key).equals(eventWard.map(WardName::key))) && mayHear(eventWard);
    }

    /// A technical alert belongs to no ward: only who sees all of them hears it.
    private boolean mayHear(Optional<String> eventWard) {
        return eventWard.map(wards::include).orElseGet(() -> wards.only().isEmpty());
    }
}
