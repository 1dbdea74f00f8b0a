package health.vigil.protocol;

import health.vigil.laboratory.Truth;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// When a row has fitted a patient.
///
/// @param turns the times at which it may begin or cease to fit, in order; at least one
record RowTimeline(ProtocolRow row, CaseFacts patient, List<Instant> turns) {
    static RowTimeline of(ProtocolRow row, CaseFacts patient) {
        var first = row.asksItems() ? patient.beginOfWeek() : patient.infusedAt();
        var later = row.when().stream()
                .flatMap(part -> part.turns(patient))
                .filter(time -> time.isAfter(first) && !time.isAfter(patient.at()))
                .distinct()
                .sorted();
        return new RowTimeline(
                row, patient, Stream.concat(Stream.of(first), later).toList());
    }

    Truth now() {
        return row.fits(patient, turns.getLast());
    }

    /// What would have to be recorded to decide whether it fits now.
    List<String> missing() {
        return row.when().stream()
                .filter(part -> part.at(patient, turns.getLast()) == Truth.UNKNOWN)
                .flatMap(part -> part.missing(patient, turns.getLast()))
                .distinct()
                .toList();
    }

    /// The begin of the instance of a row that fits now: when it began to fit, or the last rise of a grade that it
    /// names. A grade that has fallen back into its range begins none, if all else held meanwhile.
    Instant since() {
        var begin = turns.get(begin(turns.size() - 1));
        return row.grades()
                .flatMap(grade -> grade.rises(patient))
                .filter(rise -> rise.isAfter(begin))
                .max(Comparator.naturalOrder())
                .flatMap(this::fittingFrom)
                .orElse(begin);
    }

    /// The first turn from a time on at which it fits. A grade may rise while another one is above its range.
    private Optional<Instant> fittingFrom(Instant time) {
        return turns.stream()
                .filter(turn -> !turn.isBefore(time) && row.fits(patient, turn).holds())
                .findFirst();
    }

    /// @param fitting a turn at which it fits
    private int begin(int fitting) {
        int first = fitting;
        while (first > 0 && fits(first - 1)) {
            first--;
        }
        int since = first;
        return beforeFallingBack(first).map(this::begin).orElse(since);
    }

    /// The last turn at which the row fitted before a grade left its range upwards, if it came back from there at
    /// this turn.
    private Optional<Integer> beforeFallingBack(int first) {
        return row.grades()
                .flatMap(grade -> {
                    int before = first - 1;
                    while (before >= 0 && fitsButForTheHigher(grade, turns.get(before))) {
                        before--;
                    }
                    return before < first - 1 && before >= 0 && fits(before) ? Stream.of(before) : Stream.empty();
                })
                .findFirst();
    }

    private boolean fitsButForTheHigher(GradeRange grade, Instant turn) {
        return grade.isExceededBy(patient.grade(grade.syndrome(), turn)) && row.fitsApartFrom(grade, patient, turn);
    }

    private boolean fits(int turn) {
        return row.fits(patient, turns.get(turn)).holds();
    }
}
