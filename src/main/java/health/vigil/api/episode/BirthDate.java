package health.vigil.api.episode;

import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// A date of birth as ISO 8601 writes it.
final class BirthDate {
    static final Shape<LocalDate> SHAPE = (value, location) -> Shapes.text(10)
            .read(value, location)
            .flatMap(text -> parse(text).or(() -> location.refuse("must be a date, for instance 1961-05-17")));

    private BirthDate() {}

    private static Optional<LocalDate> parse(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(date -> date.getYear() >= 1850);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
