package health.vigil.grading;

import java.util.Optional;

/// The newest seizures that the rules tell apart.
///
/// @param any the newest of all
/// @param severe the newest that grades 4
/// @param status the newest status epilepticus
record Seizures(Optional<SeizureEntry> any, Optional<SeizureEntry> severe, Optional<SeizureEntry> status) {
    static final Seizures NONE = new Seizures(Optional.empty(), Optional.empty(), Optional.empty());

    Seizures with(SeizureEntry entry) {
        return new Seizures(
                SeizureEntry.newest(any, entry),
                entry.severe() ? SeizureEntry.newest(severe, entry) : severe,
                entry.statusEpilepticus() ? SeizureEntry.newest(status, entry) : status);
    }
}
