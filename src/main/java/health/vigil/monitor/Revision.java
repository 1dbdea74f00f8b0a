package health.vigil.monitor;

import health.vigil.alert.Amended;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Syndrome;
import health.vigil.store.GradeChanges.Told;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How a history that was told differs from the one that is known now.
///
/// @param withdrawn told before and not so
/// @param added so and not told before
/// @param amended where that contradicts what people were shown, in order of time
record Revision(List<Told> withdrawn, List<GradeChange> added, List<Amended> amended) {
    /// What makes two changes the same.
    private record Fact(Syndrome syndrome, Instant at, Object previous, Object grade) {}

    static Revision of(Shown shown, List<GradeChange> known) {
        var told = shown.told();
        Set<Fact> before = told.stream().map(Revision::fact).collect(Collectors.toSet());
        Set<Fact> after = known.stream().map(Revision::fact).collect(Collectors.toSet());
        return new Revision(
                told.stream().filter(change -> !after.contains(fact(change))).toList(),
                known.stream().filter(change -> !before.contains(fact(change))).toList(),
                shown.contradictedBy(known));
    }

    private static Fact fact(Told told) {
        return new Fact(told.syndrome(), told.at(), told.previous(), told.grade());
    }

    private static Fact fact(GradeChange change) {
        return new Fact(change.syndrome(), change.at(), change.from(), change.to());
    }

    /// The added changes that stand in the place of others, or begin what was shown otherwise.
    ///
    /// @param toldTo how far the history had been told
    Set<GradeChange> amending(Optional<Instant> toldTo) {
        var replaced = withdrawn.stream().map(Told::syndrome).collect(Collectors.toSet());
        return added.stream()
                .filter(change -> amends(change)
                        || (replaced.contains(change.syndrome())
                                && toldTo.filter(to -> !change.at().isAfter(to)).isPresent()))
                .collect(Collectors.toSet());
    }

    private boolean amends(GradeChange change) {
        return amended.stream()
                .anyMatch(found ->
                        found.syndrome() == change.syndrome() && found.from().equals(change.at()));
    }
}
