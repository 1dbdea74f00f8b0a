package health.vigil.protocol;

import health.vigil.grading.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One fever: readings at or above the threshold, none further apart than the window in which a reading counts.
///
/// @param end the last instant at which its last reading counts
record FeverSpell(Instant begin, Instant end) {
    /// @param readings the instants of fever, in order
    static List<FeverSpell> of(List<Instant> readings, Policy policy) {
        var spells = new ArrayList<FeverSpell>();
        for (var at : readings) {
            var end = at.plus(policy.feverWindow());
            if (spells.isEmpty() || at.isAfter(spells.getLast().end())) {
                spells.add(new FeverSpell(at, end));
            } else {
                spells.add(new FeverSpell(spells.removeLast().begin(), end));
            }
        }
        return spells;
    }
}
