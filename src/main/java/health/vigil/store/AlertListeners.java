package health.vigil.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Stores the readers of the alert stream, and how far each was served.
public final class AlertListeners {
    private static final String OPEN = """
        insert into alert_listener (id, username, role, ward, opened_at, after, told, told_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private static final String RECORD = """
        update alert_listener l
        set told = now.told, told_at = clock_timestamp(), closed_at = case when now.closed then clock_timestamp() end
        from unnest(?::uuid[], ?::bigint[], ?::boolean[]) as now (id, told, closed) where l.id = now.id
        """;

    private static final String PAGE = """
        select id, username, role, ward, opened_at, after, told, told_at, closed_at from alert_listener
        where (opened_at, id) < (?, ?) order by opened_at desc, id desc limit ?
        """;

    private AlertListeners() {}

    /// A reader of the alert stream, and how far it was served.
    ///
    /// @param after the sequence just before its first event
    /// @param told the sequence of the last event written to the connection, as of `toldAt`
    /// @param closedAt absent while the stream is open, or if its process died
    public record AlertListener(
            UUID id,
            String username,
            String role,
            Optional<String> ward,
            Instant openedAt,
            long after,
            long told,
            Instant toldAt,
            Optional<Instant> closedAt) {
        private static AlertListener read(ResultRow row) {
            return new AlertListener(
                    row.uuid("id"),
                    row.text("username"),
                    row.text("role"),
                    row.optionalText("ward"),
                    row.instant("opened_at"),
                    row.number("after"),
                    row.number("told"),
                    row.instant("told_at"),
                    row.optionalInstant("closed_at"));
        }
    }

    /// The progress of a stream.
    public record StreamProgress(UUID listener, long told, boolean closed) {}

    public static void open(Sql sql, AlertListener listener) {
        sql.update(
                OPEN,
                listener.id(),
                listener.username(),
                listener.role(),
                listener.ward(),
                listener.openedAt(),
                listener.after(),
                listener.told(),
                listener.toldAt());
    }

    public static void record(Sql sql, List<StreamProgress> progress) {
        sql.update(
                RECORD,
                Column.of("uuid", progress, StreamProgress::listener),
                Column.of("bigint", progress, StreamProgress::told),
                Column.of("boolean", progress, StreamProgress::closed));
    }

    /// A page of readers, newest first: those opened before an instant, or at it with a lower id.
    public static List<AlertListener> page(Sql sql, Instant before, UUID id, int rows) {
        return sql.list(PAGE, AlertListener::read, before, id, rows);
    }
}
