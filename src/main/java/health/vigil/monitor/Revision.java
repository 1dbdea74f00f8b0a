package health.vigil.monitor;

import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Syndrome;
import health.vigil.store.GradeChanges.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a history that was told differs from the one that is known now.
///
/// @param withdrawn told before and not so
/// @param added so and not told before
record Revision(List<Told> withdrawn, List<GradeChange> added) {
    /// An observation takes a moment to arrive: by itself it amends only what was told longer ago than this.
    private static final Duration LATENCY = Duration.ofSeconds(5);

    /// What makes two changes the same.
    private record Fact(Syndrome syndrome, Instant at, Object previous, Object grade) {}

    static Revision of(List<Told> told, List<GradeChange> known) {
        Set<Fact> before = told.stream().map(Revision::fact).collect(Collectors.toSet());
        Set<Fact> after = known.stream().map(Revision::fact).collect(Collectors.toSet());
        return new Revision(
                told.stream().filter(change -> !after.contains(fact(change))).toList(),
                known.stream().filter(change -> !before.contains(fact(change))).toList());
    }

    private static Fact fact(Told told) {
        return new Fact(told.syndrome(), told.at(), told.previous(), told.grade());
    }

    private static Fact fact(GradeChange change) {
        return new Fact(change.syndrome(), change.at(), change.from(), change.to());
    }

    /// The added changes that contradict what had been told, more than by time going on. Where the grade was not known,
    /// a late observation contradicts nothing.
    ///
    /// @param toldTo how far the history had been told
    Set<GradeChange> amending(Optional<Instant> toldTo) {
        var contradicted = withdrawn.stream().map(Told::syndrome).collect(Collectors.toSet());
        return toldTo.stream()
                .flatMap(to -> added.stream()
                        .filter(change -> contradicted.contains(change.syndrome())
                                ? !change.at().isAfter(to)
                                : late(change, to) && change.from() != Grade.UNKNOWN))
                .collect(Collectors.toSet());
    }

    private static boolean late(GradeChange change, Instant toldTo) {
        return !change.at().isAfter(toldTo.minus(LATENCY));
    }

    /// From when on something had been told otherwise.
    Optional<Instant> amendedFrom(Optional<Instant> toldTo) {
        return Stream.concat(
                        withdrawn.stream().map(Told::at),
                        amending(toldTo).stream().map(GradeChange::at))
                .min(Instant::compareTo);
    }
}
