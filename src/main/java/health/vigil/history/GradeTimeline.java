package health.vigil.history;

import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The grades of a syndrome over time.
///
/// @param before the grade before the first change; absent if there is no change
record GradeTimeline(Optional<Grade> before, NavigableMap<Instant, Grade> grades) {
    static GradeTimeline recorded(List<RecordedChange> changes) {
        var grades = new TreeMap<Instant, Grade>();
        changes.forEach(change -> grades.put(change.at(), change.grade()));
        return new GradeTimeline(
                changes.stream()
                        .filter(change -> change.at().equals(grades.firstKey()))
                        .map(RecordedChange::previous)
                        .findFirst(),
                grades);
    }

    /// @param changes in order of time
    static GradeTimeline known(List<GradeChange> changes) {
        var grades = new TreeMap<Instant, Grade>();
        changes.forEach(change -> grades.put(change.at(), change.to()));
        return new GradeTimeline(changes.stream().map(GradeChange::from).findFirst(), grades);
    }

    /// @param other a timeline with the same first grade; it gives that grade if this one has no change
    Grade at(Instant at, GradeTimeline other) {
        return Optional.ofNullable(grades.floorEntry(at))
                .map(Map.Entry::getValue)
                .or(() -> before)
                .or(other::before)
                .orElse(Grade.UNKNOWN);
    }
}
