package health.vigil.history;

import health.vigil.alert.Amended;
import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Syndrome;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What people had been shown of an episode until something more was known, and where that contradicts it by more than
/// time going on.
///
/// Where nothing was known, grade 0 is no contradiction: all was well, and nothing had been done in error. A higher
/// grade is one, from when on somebody was shown that nothing is known: the admission, or the first grade.
///
/// @param told the history, from where it is told anew
/// @param to how far it had been told
/// @param admittedAt since when somebody looks
/// @param graded whose grade had been known before that history
/// @param window up to when it can be contradicted
public record DisplayedHistory(
        List<RecordedChange> told, Instant to, Instant admittedAt, Set<Syndrome> graded, AmendmentWindow window) {
    /// A stretch of time for which one thing was shown and one is known.
    private record Period(Instant begin, Instant end, Grade shown, Grade known) {
        boolean agrees() {
            return shown == known || (shown == Grade.UNKNOWN && known == Grade.ZERO);
        }

        Period after(Instant instant) {
            return begin.isBefore(instant) ? new Period(instant, end, shown, known) : this;
        }
    }

    /// In order of time.
    List<Amended> contradictedBy(List<GradeChange> known) {
        return Arrays.stream(Syndrome.values())
                .flatMap(syndrome -> contradicted(
                        syndrome,
                        told.stream()
                                .filter(change -> change.syndrome() == syndrome)
                                .toList(),
                        known.stream()
                                .filter(change -> change.syndrome() == syndrome)
                                .toList()))
                .sorted(Comparator.comparing(Amended::from))
                .toList();
    }

    private Stream<Amended> contradicted(Syndrome syndrome, List<RecordedChange> before, List<GradeChange> now) {
        var causes = now.stream().collect(Collectors.toMap(GradeChange::at, GradeChange::cause, (one, _) -> one));
        var unknownFrom = graded.contains(syndrome) ? Instant.MIN : earlier(admittedAt, firstGrade(before));
        return Stream.concat(toldOf(GradeTimeline.told(before), GradeTimeline.known(now)), observed(now))
                .filter(stretch -> !stretch.agrees())
                .map(stretch -> stretch.shown == Grade.UNKNOWN ? stretch.after(unknownFrom) : stretch)
                .filter(stretch -> stretch.begin.isBefore(stretch.end))
                .map(stretch -> new Amended(
                        syndrome,
                        stretch.begin,
                        stretch.shown,
                        stretch.known,
                        causes.getOrDefault(stretch.begin, Optional.empty())))
                .filter(found -> !found.from().isAfter(window.of(found.cause())));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant firstGrade(List<RecordedChange> before) {
        return before.stream()
                .filter(change -> change.grade() != Grade.UNKNOWN)
                .map(RecordedChange::at)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /// Up to where the history had been told.
    private Stream<Period> toldOf(GradeTimeline shown, GradeTimeline known) {
        var instants = new TreeSet<>(shown.grades().keySet());
        instants.addAll(known.grades().keySet());
        return instants.headSet(to, true).stream()
                .map(at -> new Period(
                        at,
                        Optional.ofNullable(instants.higher(at)).orElse(Instant.MAX),
                        shown.at(at, known),
                        known.at(at, shown)));
    }

    /// After that the last grade was shown, and what time made of it: not what an observation did.
    private Stream<Period> observed(List<GradeChange> now) {
        return now.stream()
                .filter(change -> change.at().isAfter(to) && change.cause().isPresent())
                .map(change -> new Period(change.at(), Instant.MAX, change.from(), change.to()));
    }
}
