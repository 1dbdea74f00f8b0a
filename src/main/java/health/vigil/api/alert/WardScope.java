package health.vigil.api.alert;

import health.vigil.access.WardName;
import health.vigil.access.Wards;
import java.util.Optional;

/// The wards whose alerts a reader gets: those it may see, or the one it requested.
///
/// An event names the patient's ward at that time, so after a transfer the events go to other readers.
record WardScope(Wards wards, Optional<String> ward) {
    boolean hears(Optional<String> eventWard) {
        return (ward.isEmpty() || ward.map(WardName::key).equals(eventWard.map(WardName::key))) && mayHear(eventWard);
    }

    /// A technical alert belongs to no ward, so only readers who see every ward get it.
    private boolean mayHear(Optional<String> eventWard) {
        return eventWard.map(wards::include).orElseGet(() -> wards.only().isEmpty());
    }
}
