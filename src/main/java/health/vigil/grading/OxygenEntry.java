package health.vigil.grading;

import health.vigil.observation.ObservationId;
import health.vigil.observation.OxygenTherapy;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// A charted record of oxygen or room air.
///
/// @param grade the grade that it gives by itself while it stands; 0 for room air, for another reason than
///     hypoxia, or for a flow as at home
/// @param flags the flags that the record itself raises
/// @param whenLow the flag that a low SpO2 raises beside it
record OxygenEntry(OxygenTherapy therapy, ObservationId id, int grade, Set<Flag> flags, Flag whenLow) {
    OxygenEntry {
        flags = flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
    }

    /// The grade with or without a low SpO2 beside it.
    int grade(boolean lowSpo2) {
        return grade == 0 && lowSpo2 ? ConsensusTable.LOW_SPO2 : grade;
    }

    /// Whether two records of one instant are equal for every rule.
    boolean like(OxygenEntry other) {
        return grade == other.grade && whenLow == other.whenLow && flags.equals(other.flags);
    }
}
