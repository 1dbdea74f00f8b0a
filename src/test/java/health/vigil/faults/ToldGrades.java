package health.vigil.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The recorded history of a patient's grades, as it stands now.
record ToldGrades(List<ToldChange> changes) {
    /// A change.
    private record ToldChange(String syndrome, Instant at, Optional<Integer> grade) {
        static ToldChange of(String line) {
            var words = List.of(line.split(" ", -1));
            return new ToldChange(
                    words.get(0),
                    Instant.parse(words.get(1)),
                    Optional.of(words.get(2)).filter(grade -> !grade.isEmpty()).map(Integer::valueOf));
        }
    }

    /// @param numbers of the patient
    static ToldGrades of(StoredFacts books, List<String> numbers) throws SQLException {
        return new ToldGrades(books
                .texts(
                        "select syndrome || ' ' || instant_json(at) || ' ' || coalesce(grade::text, '')"
                                + " from grade_change where patient_id = any(?) and superseded_at is null"
                                + " order by at, number",
                        numbers)
                .stream()
                .map(ToldChange::of)
                .toList());
    }

    Optional<Integer> at(String syndrome, Instant at) {
        return changes.stream()
                .filter(change ->
                        change.syndrome().equals(syndrome) && !change.at().isAfter(at))
                .reduce((_, later) -> later)
                .flatMap(ToldChange::grade);
    }

    /// The times at which it changes.
    List<Instant> times(String syndrome) {
        return changes.stream()
                .filter(change -> change.syndrome().equals(syndrome))
                .map(ToldChange::at)
                .toList();
    }

    /// A grade of an answer; empty if it is not known.
    static Optional<Integer> number(JsonNode grade) {
        return grade.isInt() ? Optional.of(grade.asInt()) : Optional.empty();
    }
}
