package health.vigil.history;

import health.vigil.alert.Amended;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Syndrome;
import health.vigil.observation.Observation;
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
public record Revision(List<RecordedChange> withdrawn, List<GradeChange> added, List<Amended> amended) {
    /// What makes two changes the same.
    private record Fact(Syndrome syndrome, Instant at, Object previous, Object grade) {}

    public static Revision of(DisplayedHistory displayed, List<GradeChange> known) {
        var told = displayed.told();
        Set<Fact> before = told.stream().map(Revision::fact).collect(Collectors.toSet());
        Set<Fact> after = known.stream().map(Revision::fact).collect(Collectors.toSet());
        return new Revision(
                told.stream().filter(change -> !after.contains(fact(change))).toList(),
                known.stream().filter(change -> !before.contains(fact(change))).toList(),
                displayed.contradictedBy(known));
    }

    private static Fact fact(RecordedChange told) {
        return new Fact(told.syndrome(), told.at(), told.previous(), told.grade());
    }

    private static Fact fact(GradeChange change) {
        return new Fact(change.syndrome(), change.at(), change.from(), change.to());
    }

    /// The one whose cause the stream tells first, so that it does not depend on how records fall into batches; the
    /// earliest if none has a cause among them.
    ///
    /// @param fresh in the order of the stream
    public Optional<Amended> firstAmended(List<Observation> fresh) {
        return fresh.stream()
                .map(observation -> Optional.of(observation.id()))
                .flatMap(cause -> amended.stream().filter(found -> found.cause().equals(cause)))
                .findFirst()
                .or(() -> amended.stream().findFirst());
    }

    /// The added changes that stand in the place of others, or begin what was shown otherwise.
    ///
    /// @param toldTo how far the history had been told
    public Set<GradeChange> amending(Optional<Instant> toldTo) {
        var replaced = withdrawn.stream().map(RecordedChange::syndrome).collect(Collectors.toSet());
        var begun = amended.stream().map(ChangeStart::of).collect(Collectors.toSet());
        return added.stream()
                .filter(change -> begun.contains(ChangeStart.of(change))
                        || (replaced.contains(change.syndrome())
                                && toldTo.filter(to -> !change.at().isAfter(to)).isPresent()))
                .collect(Collectors.toSet());
    }

    /// Where something begins to be otherwise.
    private record ChangeStart(Syndrome syndrome, Instant at) {
        static ChangeStart of(Amended amended) {
            return new ChangeStart(amended.syndrome(), amended.from());
        }

        static ChangeStart of(GradeChange change) {
            return new ChangeStart(change.syndrome(), change.at());
        }
    }
}
