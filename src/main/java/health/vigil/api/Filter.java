package health.vigil.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The conditions of a list, each with its value; what is not asked for is no condition.
public final class Filter {
    private final StringBuilder query = new StringBuilder("1 = 1");
    private final Map<String, Object> values = new HashMap<>();

    /// @param condition names the value as `:name`
    public Filter and(String condition, String name, Optional<?> value) {
        value.ifPresent(present -> {
            query.append(" and ").append(condition);
            values.put(name, present);
        });
        return this;
    }

    /// The rows after a cursor in a list that runs from the newest to the oldest.
    ///
    /// @param at the column of the time
    public Filter before(String at, Optional<Cursor> cursor) {
        cursor.ifPresent(place -> {
            query.append(" and (%s < :cursorAt or (%s = :cursorAt and id < :cursorId))".formatted(at, at));
            values.put("cursorAt", place.at());
            values.put("cursorId", place.uuid());
        });
        return this;
    }

    public String query() {
        return query.toString();
    }

    public Map<String, Object> values() {
        return Map.copyOf(values);
    }
}
