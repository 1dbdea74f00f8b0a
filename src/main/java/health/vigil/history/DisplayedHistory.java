package health.vigil.history;

import health.vigil.alert.AmendedGrade;
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

/// The grade history as people saw it, compared with the history as known now.
///
/// If a grade was shown as unknown and is known to have been 0, that is no contradiction: nothing was done in
/// error. If it is known to have been higher, it is one, from the admission or the first shown grade on.
///
/// @param recorded the recorded changes that are compared
/// @param to until when the history was recorded
/// @param admittedAt since when the patient is watched
/// @param graded the syndromes that had a grade before `recorded` begins
/// @param window limits which changes are amendments
public record DisplayedHistory(
        List<RecordedChange> recorded, Instant to, Instant admittedAt, Set<Syndrome> graded, AmendmentWindow window) {
    /// A period with one shown and one known grade.
    private record ComparedPeriod(Instant begin, Instant end, Grade shown, Grade known) {
        boolean agrees() {
            return shown == known || (shown == Grade.UNKNOWN && known == Grade.ZERO);
        }

        ComparedPeriod after(Instant instant) {
            return begin.isBefore(instant) ? new ComparedPeriod(instant, end, shown, known) : this;
        }
    }

    /// The amendments, in order of time.
    List<AmendedGrade> contradictedBy(List<GradeChange> known) {
        return Arrays.stream(Syndrome.values())
                .flatMap(syndrome -> contradicted(
                        syndrome,
                        recorded.stream()
                                .filter(change -> change.syndrome() == syndrome)
                                .toList(),
                        known.stream()
                                .filter(change -> change.syndrome() == syndrome)
                                .toList()))
                .sorted(Comparator.comparing(AmendedGrade::from))
                .toList();
    }

    private Stream<AmendedGrade> contradicted(Syndrome syndrome, List<RecordedChange> before, List<GradeChange> now) {
        var causes = now.stream().collect(Collectors.toMap(GradeChange::at, GradeChange::cause, (one, _) -> one));
        var unknownFrom = graded.contains(syndrome) ? Instant.MIN : earlier(admittedAt, firstGrade(before));
        return Stream.concat(
                        recordedPeriods(GradeTimeline.recorded(before), GradeTimeline.known(now)), observedPeriods(now))
                .filter(period -> !period.agrees())
                .map(period -> period.shown == Grade.UNKNOWN ? period.after(unknownFrom) : period)
                .filter(period -> period.begin.isBefore(period.end))
                .map(period -> new AmendedGrade(
                        syndrome,
                        period.begin,
                        period.shown,
                        period.known,
                        causes.getOrDefault(period.begin, Optional.empty())))
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

    /// The periods until the end of the recorded history.
    private Stream<ComparedPeriod> recordedPeriods(GradeTimeline shown, GradeTimeline known) {
        var instants = new TreeSet<>(shown.grades().keySet());
        instants.addAll(known.grades().keySet());
        return instants.headSet(to, true).stream()
                .map(at -> new ComparedPeriod(
                        at,
                        Optional.ofNullable(instants.higher(at)).orElse(Instant.MAX),
                        shown.at(at, known),
                        known.at(at, shown)));
    }

    /// After that people saw the last grade and its changes by time. Only changes caused by observations are
    /// compared.
    private Stream<ComparedPeriod> observedPeriods(List<GradeChange> now) {
        return now.stream()
                .filter(change -> change.at().isAfter(to) && change.cause().isPresent())
                .map(change -> new ComparedPeriod(change.at(), Instant.MAX, change.from(), change.to()));
    }
}
