package health.vigil.grading;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The course of one grade so far.
record Track(Grade grade, Instant since, Optional<Peak> peak, Set<Flag> flags) {
    static Track begin(Instant at, Set<Flag> flags) {
        return new Track(Grade.UNKNOWN, at, Optional.empty(), flags);
    }

    Track with(Assessment assessment, Instant at) {
        var next = assessment.grade();
        if (next == grade && assessment.flags().equals(flags)) {
            return this;
        }
        var highest = next != Grade.UNKNOWN
                        && peak.filter(old -> !next.above(old.grade())).isEmpty()
                ? Optional.of(new Peak(next, at))
                : peak;
        return new Track(next, next == grade ? since : at, highest, assessment.flags());
    }

    /// The flags that are in only one of two sets.
    static Set<Flag> changed(Set<Flag> before, Set<Flag> after) {
        var changed = EnumSet.noneOf(Flag.class);
        changed.addAll(before);
        changed.addAll(after);
        changed.removeIf(flag -> before.contains(flag) && after.contains(flag));
        return changed;
    }
}
