package health.vigil.api;

import health.vigil.json.Shape;
import java.util.Optional;

/// The range of a whole number in a query, and its default.
public record Bounds(int preset, int lowest, int highest) {
    Shape<Integer> shape() {
        var message = "must be a whole number from " + lowest + " to " + highest;
        return (value, location) -> value.asText().matches("\\d{1,9}") && allow(Integer.parseInt(value.asText()))
                ? Optional.of(Integer.parseInt(value.asText()))
                : location.refuse(message);
    }

    private boolean allow(int number) {
        return number >= lowest && number <= highest;
    }
}
