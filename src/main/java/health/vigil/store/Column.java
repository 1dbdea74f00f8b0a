package health.vigil.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One column of many rows, bound as an array for `unnest`.
///
/// @param type the PostgreSQL type of an element
public record Column(
        String type,
        @SuppressWarnings("ArrayRecordComponent") Object[] values) {
    public static <T> Column texts(List<T> rows, Function<T, String> value) {
        return of("text", rows, value);
    }

    /// A column of any type that PostgreSQL parses from text. Empty values become null.
    public static <T> Column of(String type, List<T> rows, Function<T, ?> value) {
        return new Column(
                type, rows.stream().map(value).map(Parameters::plainText).toArray(String[]::new));
    }

    public static <T> Column bytes(List<T> rows, Function<T, byte[]> value) {
        return new Column("bytea", rows.stream().map(value).toArray(byte[][]::new));
    }

    /// A column of bytes. Empty values become null.
    public static <T> Column optionalBytes(List<T> rows, Function<T, Optional<byte[]>> value) {
        return new Column(
                "bytea", rows.stream().map(row -> value.apply(row).orElse(null)).toArray(byte[][]::new));
    }
}
