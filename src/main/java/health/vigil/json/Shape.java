package health.vigil.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Predicate;

/// How a field's value is written. Reading either gives the value or notes at least one fault at its place.
@FunctionalInterface
public interface Shape<T> {
    Optional<T> read(JsonNode value, Location location);

    /// The same, and the value must also keep a rule.
    default Shape<T> where(Predicate<T> rule, String message) {
        return (value, location) ->
                read(value, location).flatMap(read -> rule.test(read) ? Optional.of(read) : location.refuse(message));
    }

    /// The value if it is sound; its faults are nobody's.
    default Optional<T> glimpse(JsonNode value) {
        return read(value, new Location("", new ArrayList<>()));
    }

    /// How an object is read, field by field.
    @FunctionalInterface
    interface OfFields<T> {
        Optional<T> read(Fields fields);
    }
}
