package health.vigil.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Predicate;

/// How a field's value is parsed. Parsing returns the value, or adds at least one violation at its location.
@FunctionalInterface
public interface Shape<T> {
    Optional<T> read(JsonNode value, Location location);

    /// The same shape with a rule for the value.
    default Shape<T> where(Predicate<T> rule, String message) {
        return (value, location) ->
                read(value, location).flatMap(read -> rule.test(read) ? Optional.of(read) : location.refuse(message));
    }

    /// The value if it is valid; violations are ignored.
    default Optional<T> tryRead(JsonNode value) {
        return read(value, new Location("", new ArrayList<>()));
    }

    /// How an object is parsed, field by field.
    @FunctionalInterface
    interface OfFields<T> {
        Optional<T> read(Fields fields);
    }
}
