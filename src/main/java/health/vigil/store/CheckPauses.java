package health.vigil.store;

import health.vigil.alert.Check;
import health.vigil.alert.Pause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Stores the pauses of checks.
public final class CheckPauses {
    private static final String ADD = """
        insert into check_pause (id, episode_id, "check", reason, note, paused_from, until, paused_by)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private static final String END = """
        update check_pause set ended_at = ?, ended_by = ?
        where id = ? and episode_id = ? and ended_at is null and until > ? and paused_from < ?
        """;

    private static final String OF_EPISODE = """
        select id, "check", reason, note, paused_from, until, paused_by, ended_at, ended_by from check_pause
        where episode_id = ? order by paused_from desc, id limit ?
        """;

    private CheckPauses() {}

    /// A new pause.
    public record BegunPause(
            UUID id,
            UUID episode,
            Check check,
            Pause.PauseReason reason,
            Optional<String> note,
            Instant from,
            Instant until,
            String by) {}

    /// A stored pause.
    ///
    /// @param endedAt when a user ended it before its time
    public record KeptPause(
            UUID id,
            String check,
            String reason,
            Optional<String> note,
            Instant from,
            Instant until,
            String pausedBy,
            Optional<Instant> endedAt,
            Optional<String> endedBy) {
        private static KeptPause read(ResultRow row) {
            return new KeptPause(
                    row.uuid("id"),
                    row.text("check"),
                    row.text("reason"),
                    row.optionalText("note"),
                    row.instant("paused_from"),
                    row.instant("until"),
                    row.text("paused_by"),
                    row.optionalInstant("ended_at"),
                    row.optionalText("ended_by"));
        }
    }

    public static void add(Sql sql, BegunPause pause) {
        sql.update(
                ADD,
                pause.id(),
                pause.episode(),
                pause.check(),
                pause.reason(),
                pause.note(),
                pause.from(),
                pause.until(),
                pause.by());
    }

    /// Ends a pause now. A pause that is over does not change.
    ///
    /// @return whether it was not over yet
    public static boolean end(Sql sql, UUID episode, UUID pause, String by, Instant at) {
        return sql.update(END, at, by, pause, episode, at, at) > 0;
    }

    /// The pauses of an episode, newest first.
    public static List<KeptPause> of(Sql sql, UUID episode, int most) {
        return sql.list(OF_EPISODE, KeptPause::read, episode, most);
    }
}
