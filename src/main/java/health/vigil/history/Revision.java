package health.vigil.history;

import health.vigil.alert.AmendedGrade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Syndrome;
import health.vigil.observation.Observation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The difference between the recorded history and the history as known now.
///
/// @param withdrawn recorded changes that are wrong now
/// @param added changes that were not recorded
/// @param amended contradictions to what people saw, in order of time
public record Revision(List<RecordedChange> withdrawn, List<GradeChange> added, List<AmendedGrade> amended) {
    /// The properties that make two changes equal.
    private record ChangeKey(Syndrome syndrome, Instant at, Object previous, Object grade) {}

    public static Revision of(DisplayedHistory displayed, List<GradeChange> known) {
        var recorded = displayed.recorded();
        Set<ChangeKey> before = recorded.stream().map(Revision::key).collect(Collectors.toSet());
        Set<ChangeKey> after = known.stream().map(Revision::key).collect(Collectors.toSet());
        return new Revision(
                recorded.stream().filter(change -> !after.contains(key(change))).toList(),
                known.stream().filter(change -> !before.contains(key(change))).toList(),
                displayed.contradictedBy(known));
    }

    private static ChangeKey key(RecordedChange recorded) {
        return new ChangeKey(recorded.syndrome(), recorded.at(), recorded.previous(), recorded.grade());
    }

    private static ChangeKey key(GradeChange change) {
        return new ChangeKey(change.syndrome(), change.at(), change.from(), change.to());
    }

    /// The amendment whose cause comes first in the stream, so that the result does not depend on batches. If
    /// none has a cause among the observations, the earliest.
    ///
    /// @param fresh in stream order
    public Optional<AmendedGrade> firstAmended(List<Observation> fresh) {
        return fresh.stream()
                .map(observation -> Optional.of(observation.id()))
                .flatMap(cause -> amended.stream().filter(found -> found.cause().equals(cause)))
                .findFirst()
                .or(() -> amended.stream().findFirst());
    }

    /// The added changes that replace others or begin a contradiction.
    ///
    /// @param recordedTo until when the history was recorded
    public Set<GradeChange> amending(Optional<Instant> recordedTo) {
        var replaced = withdrawn.stream().map(RecordedChange::syndrome).collect(Collectors.toSet());
        var begun = amended.stream().map(ChangeStart::of).collect(Collectors.toSet());
        return added.stream()
                .filter(change -> begun.contains(ChangeStart.of(change))
                        || (replaced.contains(change.syndrome())
                                && recordedTo
                                        .filter(to -> !change.at().isAfter(to))
                                        .isPresent()))
                .collect(Collectors.toSet());
    }

    /// The start of a contradiction.
    private record ChangeStart(Syndrome syndrome, Instant at) {
        static ChangeStart of(AmendedGrade amended) {
            return new ChangeStart(amended.syndrome(), amended.from());
        }

        static ChangeStart of(GradeChange change) {
            return new ChangeStart(change.syndrome(), change.at());
        }
    }
}
