package health.vigil.grading;

import health.vigil.observation.ObservationId;
import health.vigil.observation.OxygenTherapy;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// A charted record of oxygen, room air included.
///
/// @param grade what it gives by itself while it stands; 0 for room air, for another reason than hypoxia, or as at home
/// @param flags what its charting asks for
/// @param whenLow what a low SpO2 asks for beside it
record OxygenEntry(OxygenTherapy therapy, ObservationId id, int grade, Set<Flag> flags, Flag whenLow) {
    OxygenEntry {
        flags = flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
    }

    /// What it gives, a low SpO2 beside it or not.
    int grade(boolean lowSpo2) {
        return grade == 0 && lowSpo2 ? ConsensusTable.LOW_SPO2 : grade;
    }

    /// Whether two records of one instant make no difference to any rule.
    boolean like(OxygenEntry other) {
        return grade == other.grade && whenLow == other.whenLow && flags.equals(other.flags);
    }
}
