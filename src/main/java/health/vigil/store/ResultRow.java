package health.vigil.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/// The current row of a result set.
public final class ResultRow {
    private final ResultSet result;

    ResultRow(ResultSet result) {
        this.result = result;
    }

    public String text(String column) {
        return optionalText(column).orElseThrow(() -> new IllegalStateException(column + " is null"));
    }

    /// A column of any type, jsonb too.
    public Optional<String> optionalText(String column) {
        try {
            return Optional.ofNullable(result.getString(column));
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    public UUID uuid(String column) {
        return get(column, UUID.class);
    }

    public Instant instant(String column) {
        return get(column, OffsetDateTime.class).toInstant();
    }

    public Optional<Instant> optionalInstant(String column) {
        return optional(column, OffsetDateTime.class).map(OffsetDateTime::toInstant);
    }

    public LocalDate date(String column) {
        return get(column, LocalDate.class);
    }

    public long number(String column) {
        return optionalNumber(column).orElseThrow(() -> new IllegalStateException(column + " is null"));
    }

    /// A column of any integer type.
    public Optional<Long> optionalNumber(String column) {
        try {
            var number = result.getLong(column);
            return result.wasNull() ? Optional.empty() : Optional.of(number);
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    public Optional<BigDecimal> optionalDecimal(String column) {
        return optional(column, BigDecimal.class);
    }

    public boolean flag(String column) {
        return get(column, Boolean.class);
    }

    public byte[] bytes(String column) {
        return optionalBytes(column).orElseThrow(() -> new IllegalStateException(column + " is null"));
    }

    public Optional<byte[]> optionalBytes(String column) {
        try {
            return Optional.ofNullable(result.getBytes(column));
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    private <T> T get(String column, Class<T> type) {
        return optional(column, type).orElseThrow(() -> new IllegalStateException(column + " is null"));
    }

    private <T> Optional<T> optional(String column, Class<T> type) {
        try {
            return Optional.ofNullable(result.getObject(column, type));
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }
}
