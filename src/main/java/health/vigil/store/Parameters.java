package health.vigil.store;

import health.vigil.observation.Word;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Converts Java values to JDBC parameters.
final class Parameters {
    private Parameters() {}

    static void bind(PreparedStatement statement, Object[] arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            bind(statement, i + 1, arguments[i]);
        }
    }

    private static void bind(PreparedStatement statement, int index, Object argument) throws SQLException {
        switch (argument) {
            case Column column ->
                statement.setArray(index, statement.getConnection().createArrayOf(column.type(), column.values()));
            case Optional<?> optional when optional.isEmpty() -> statement.setObject(index, null);
            case Optional<?> optional -> bind(statement, index, optional.get());
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case Word word -> statement.setString(index, word.word());
            case byte[] bytes -> statement.setBytes(index, bytes);
            default -> statement.setObject(index, argument);
        }
    }

    /// The text that PostgreSQL's input functions parse; null for an empty value.
    static @Nullable String plainText(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Optional<?> optional -> plainText(optional.orElse(null));
            case Word word -> word.word();
            default -> value.toString();
        };
    }
}
