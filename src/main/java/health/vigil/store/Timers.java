package health.vigil.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What has to happen at a time although nobody says anything: one row per kind and subject.
public final class Timers {
    /// The kind that looks at an episode's grades again; its subject is the episode.
    public static final String GRADE = "grade";

    /// When an episode has to be looked at again; absent: never.
    public record Armed(UUID episode, int partition, Optional<Instant> due) {}

    private Timers() {}

    public static void arm(Sql sql, List<Armed> armed) {
        var some = armed.stream().filter(timer -> timer.due().isPresent()).toList();
        var none = armed.stream().filter(timer -> timer.due().isEmpty()).toList();
        if (!some.isEmpty()) {
            sql.update(
                    "insert into timer (kind, subject, partition, due_at)"
                            + " select ?, * from unnest(?::text[], ?::int[], ?::timestamptz[])"
                            + " on conflict (kind, subject) do update"
                            + " set due_at = excluded.due_at, partition = excluded.partition"
                            + " where (timer.due_at, timer.partition) <> (excluded.due_at, excluded.partition)",
                    GRADE,
                    Column.of("text", some, Armed::episode),
                    Column.of("int", some, Armed::partition),
                    Column.of("timestamptz", some, Armed::due));
        }
        if (!none.isEmpty()) {
            sql.update(
                    "delete from timer where kind = ? and subject = any(?)",
                    GRADE,
                    Column.of("text", none, Armed::episode));
        }
    }

    /// Which of these partitions have a timer that is due by the database's clock.
    public static List<Integer> due(Sql sql, List<Integer> partitions) {
        return sql.list(
                "select distinct partition from timer where due_at <= clock_timestamp() and partition = any(?::int[])",
                row -> (int) row.number("partition"),
                Column.of("int", partitions, partition -> partition));
    }

    /// Takes due timers of a partition; those that another replica holds are left to it.
    public static List<UUID> take(Sql sql, int partition, int limit) {
        return sql.list(
                "delete from timer where (kind, subject) in (select kind, subject from timer where kind = ?"
                        + " and partition = ? and due_at <= clock_timestamp() order by due_at limit ?"
                        + " for update skip locked) returning subject",
                row -> UUID.fromString(row.text("subject")),
                GRADE,
                partition,
                limit);
    }
}
