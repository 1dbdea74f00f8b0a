package health.vigil.context;

import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Syndrome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The grades of one syndrome since the infusion.
///
/// @param changes in order of time
record GradeTimes(List<GradeChange> changes) {
    static GradeTimes of(Syndrome syndrome, List<GradeChange> changes) {
        return new GradeTimes(
                changes.stream().filter(change -> change.syndrome() == syndrome).toList());
    }

    private Stream<GradeChange> upTo(Instant at) {
        return changes.stream().filter(change -> !change.at().isAfter(at));
    }

    private Optional<GradeChange> newest(Instant at) {
        return upTo(at).reduce((_, later) -> later);
    }

    Grade at(Instant at) {
        return newest(at).map(GradeChange::to).orElse(Grade.UNKNOWN);
    }

    /// The highest known grade up to a time; unknown before the first.
    Grade peak(Instant at) {
        return upTo(at).map(GradeChange::to).reduce(Grade.UNKNOWN, (one, other) -> other.above(one) ? other : one);
    }

    /// Whether the grade was 1 or more before an instant.
    boolean gradedBefore(Instant at) {
        return changes.stream().anyMatch(change -> change.at().isBefore(at) && present(change.to()));
    }

    /// Since when the grade has been known to be 0; absent if it is not.
    Optional<Instant> zeroSince(Instant at) {
        return newest(at).filter(change -> change.to() == Grade.ZERO).map(GradeChange::at);
    }

    /// When the grade first became known to be 0 after it was last 1 or more; absent if it is not yet, or
    /// never was 1.
    Optional<Instant> ended(Instant at) {
        var present = upTo(at).filter(change -> present(change.to())).reduce((_, later) -> later);
        return present.flatMap(last -> upTo(at).filter(
                        change -> change.at().isAfter(last.at()) && change.to() == Grade.ZERO)
                .findFirst()
                .map(GradeChange::at));
    }

    static boolean present(Grade grade) {
        return grade.above(Grade.ZERO);
    }
}
