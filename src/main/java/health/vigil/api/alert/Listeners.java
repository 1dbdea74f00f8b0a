package health.vigil.api.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.access.User;
import health.vigil.api.Cursor;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Paging;
import health.vigil.api.Transactions;
import health.vigil.store.Column;
import health.vigil.store.Database;
import health.vigil.store.ResultRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps who followed the stream of alerts and how far it was told to them.
@ApplicationScoped
class Listeners {
    private static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1).toString());

    private final Database database;
    private final Transactions transactions;

    Listeners(Database database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /// Who follows the stream, and how far it was told.
    ///
    /// @param after the sequence before the first event
    /// @param told the last event that was written to the connection, as of `toldAt`
    /// @param closedAt absent while it is open, or when its process died
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ListenerView(
            UUID id,
            String username,
            String role,
            Optional<String> ward,
            Instant openedAt,
            long after,
            long told,
            Instant toldAt,
            Optional<Instant> closedAt) {
        static ListenerView of(ResultRow row) {
            return new ListenerView(
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

    /// How far a stream has come.
    record StreamProgress(UUID listener, long told, boolean closed) {}

    UUID open(User user, Optional<String> ward, long after) {
        var id = UUID.randomUUID();
        var now = MicrosecondClock.now();
        database.execute(sql -> sql.update(
                "insert into alert_listener (id, username, role, ward, opened_at, after, told, told_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                user.username(),
                user.role(),
                ward,
                now,
                after,
                after,
                now));
        return id;
    }

    void record(List<StreamProgress> progress) {
        database.execute(sql -> sql.update(
                "update alert_listener l set told = now.told, told_at = clock_timestamp(),"
                        + " closed_at = case when now.closed then clock_timestamp() end"
                        + " from unnest(?::uuid[], ?::bigint[], ?::boolean[]) as now (id, told, closed)"
                        + " where l.id = now.id",
                Column.of("uuid", progress, StreamProgress::listener),
                Column.of("bigint", progress, StreamProgress::told),
                Column.of("boolean", progress, StreamProgress::closed)));
    }

    /// The newest first.
    List<ListenerView> page(Paging paging) {
        var after = paging.after().orElse(START);
        return transactions.run(sql -> sql.list(
                "select id, username, role, ward, opened_at, after, told, told_at, closed_at from alert_listener"
                        + " where (opened_at, id) < (?, ?) order by opened_at desc, id desc limit ?",
                ListenerView::of,
                after.at(),
                after.uuid(),
                paging.rows()));
    }
}
