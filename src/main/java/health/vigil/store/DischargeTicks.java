package health.vigil.store;

import health.vigil.context.DischargeLine;
import health.vigil.context.ReadinessTick;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Stores what people said about the lines of the list before a patient goes home.
public final class DischargeTicks {
    private static final String ADD = """
            insert into discharge_tick (id, episode_id, line, done, ticked_at, ticked_by, note)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String OF_EPISODE = """
            select id, line, done, ticked_at, ticked_by, note from discharge_tick
            where episode_id = ? and ticked_at <= ?
            order by ticked_at, id
            """;

    private DischargeTicks() {}

    public static void add(Sql sql, UUID episode, ReadinessTick tick) {
        sql.update(ADD, tick.id(), episode, tick.line().id(), tick.done(), tick.at(), tick.by(), tick.note());
    }

    /// All ticks of an episode that were known at an instant, oldest first.
    static List<ReadinessTick> of(Sql sql, UUID episode, Instant known) {
        return sql.list(OF_EPISODE, DischargeTicks::read, episode, known);
    }

    private static ReadinessTick read(ResultRow row) {
        return new ReadinessTick(
                row.uuid("id"),
                DischargeLine.of(row.text("line")).orElseThrow(),
                row.flag("done"),
                row.instant("ticked_at"),
                row.text("ticked_by"),
                row.optionalText("note"));
    }
}
