package health.vigil.store;

import java.time.Instant;

/// Until when all changes of rows can be seen. A transaction dates its changes by the clock and commits later, so a
/// reader who asks for what was changed since a time would lose what is not committed yet.
public final class UpdateHorizon {
    /// Whatever has not been committed was begun earlier than it dated its first change. A transaction may date a
    /// change before it has an id, so all of them count. Without track_activities there are no times.
    private static final String READ = """
            select least(min(xact_start), statement_timestamp()) as horizon
            from pg_stat_activity
            where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
                and current_setting('track_activities')::boolean
            having current_setting('track_activities')::boolean
            """;

    private UpdateHorizon() {}

    /// All changes that are dated before this instant are visible to every snapshot that is taken afterwards.
    public static Instant read(Database database) {
        return database.transact(sql -> sql.first(READ, row -> row.instant("horizon")))
                .orElseThrow(() -> new IllegalStateException(
                        "PostgreSQL does not tell since when its transactions run: set track_activities = on"));
    }
}
