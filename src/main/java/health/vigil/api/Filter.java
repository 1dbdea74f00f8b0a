package health.vigil.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The conditions of a list, each with its value. A parameter that is absent adds no condition.
public final class Filter {
    private final StringBuilder query = new StringBuilder("1 = 1");
    private final Map<String, Object> values = new HashMap<>();

    /// Adds a condition if its value is present.
    ///
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
    /// @param id reads the id of a cursor in this list
    public Filter before(String at, Optional<Cursor> cursor, Function<Cursor, ?> id) {
        cursor.ifPresent(place -> {
            query.append(" and %1$s <= :cursorAt and (%1$s < :cursorAt or id < :cursorId)".formatted(at));
            values.put("cursorAt", place.at());
            values.put("cursorId", id.apply(place));
        });
        return this;
    }

    /// The rows after a cursor in a list that runs from the oldest to the newest.
    ///
    /// @param at the column of the time
    /// @param id reads the id of a cursor in this list
    public Filter after(String at, Optional<Cursor> cursor, Function<Cursor, ?> id) {
        cursor.ifPresent(place -> {
            query.append(" and %1$s >= :cursorAt and (%1$s > :cursorAt or id > :cursorId)".formatted(at));
            values.put("cursorAt", place.at());
            values.put("cursorId", id.apply(place));
        });
        return this;
    }

    /// The rows after a cursor in a list of observations, whose ids come from their senders.
    public Filter before(String at, Optional<Cursor> cursor) {
        cursor.ifPresent(place -> {
            query.append((" and %1$s <= :cursorAt and (%1$s < :cursorAt or id < :cursorId"
                            + " or (id = :cursorId and sender < :cursorSender))")
                    .formatted(at));
            values.put("cursorAt", place.at());
            values.put("cursorId", place.sent().id());
            values.put("cursorSender", place.sent().sender());
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
