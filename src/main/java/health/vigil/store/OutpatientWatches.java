package health.vigil.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Stores from when to when patients are watched at home.
public final class OutpatientWatches {
    private static final String BEGIN = """
        insert into outpatient_watch (id, episode_id, began_at, begun_by, recorded_at, note)
        values (?, ?, ?, ?, ?, ?) on conflict do nothing
        """;

    private static final String END = """
        update outpatient_watch set ended_at = greatest(began_at, ?), ended_by = ?, end_reason = ?
        where episode_id = ? and ended_at is null
        """;

    private OutpatientWatches() {}

    /// A watch that begins.
    ///
    /// @param at from when on the patient is watched at home
    public record BegunWatch(UUID episode, Instant at, String by, Instant recordedAt, Optional<String> note) {}

    /// Begins a watch.
    ///
    /// @return false if the patient is watched at home already
    public static boolean begin(Sql sql, BegunWatch watch) {
        return sql.update(
                        BEGIN,
                        UUID.randomUUID(),
                        watch.episode(),
                        watch.at(),
                        watch.by(),
                        watch.recordedAt(),
                        watch.note())
                > 0;
    }

    /// Ends the watch that goes on.
    ///
    /// @return false if the patient is not watched at home
    public static boolean end(Sql sql, UUID episode, Instant at, String by, String reason) {
        return sql.update(END, at, by, reason, episode) > 0;
    }
}
