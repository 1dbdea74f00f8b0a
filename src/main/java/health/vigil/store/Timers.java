package health.vigil.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Work that is due at a time: one row per kind and subject.
///
/// A transaction locks an episode before its timers, and timers before alerts, which avoids deadlocks.
public final class Timers {
    /// Grades an episode again; the subject is the episode.
    public static final String GRADE = "grade";

    /// Looks for overdue checks of an episode; the subject is the episode.
    public static final String CHECK = "check";

    /// Looks for a silent device; the subject is the device.
    public static final String DEVICE = "device";

    /// The partition of timers that any replica fires, so that silence is noticed while no records arrive.
    private static final int ANYONE = -1;

    /// When an episode must be graded again; absent: never.
    public record GradeTimer(UUID episode, int partition, Optional<Instant> due) {}

    private static final String OVERDUE = """
            select greatest(0, coalesce(extract(epoch from clock_timestamp() - min(due_at)), 0))::bigint as seconds
            from timer
            """;

    private Timers() {}

    /// How long the earliest timer has been due, in seconds; 0 if none is due.
    public static long overdueSeconds(Sql sql) {
        return sql.first(OVERDUE, row -> row.number("seconds")).orElse(0L);
    }

    public static void arm(Sql sql, List<GradeTimer> armed) {
        var some = armed.stream().filter(timer -> timer.due().isPresent()).toList();
        var none = armed.stream().filter(timer -> timer.due().isEmpty()).toList();
        if (!some.isEmpty()) {
            sql.update(
                    """
                    insert into timer (kind, subject, partition, due_at)
                    select ?, * from unnest(?::text[], ?::int[], ?::timestamptz[])
                    on conflict (kind, subject) do update set due_at = excluded.due_at, partition = excluded.partition
                    where (timer.due_at, timer.partition) <> (excluded.due_at, excluded.partition)
                    """,
                    GRADE,
                    Column.of("text", some, GradeTimer::episode),
                    Column.of("int", some, GradeTimer::partition),
                    Column.of("timestamptz", some, GradeTimer::due));
        }
        if (!none.isEmpty()) {
            sql.update(
                    "delete from timer where kind = ? and subject = any(?)",
                    GRADE,
                    Column.of("text", none, GradeTimer::episode));
        }
    }

    /// The partitions, of those given, that have a due timer.
    public static List<Integer> due(Sql sql, List<Integer> partitions) {
        return sql.list(
                "select distinct partition from timer where due_at <= clock_timestamp() and partition = any(?::int[])",
                row -> (int) row.number("partition"),
                Column.of("int", partitions, partition -> partition));
    }

    /// Takes due timers of a partition. Rows that another replica has locked are skipped.
    public static List<UUID> take(Sql sql, int partition, int limit) {
        return sql.list("""
                delete from timer
                where (kind, subject) in (
                    select kind, subject from timer
                    where kind = ? and partition = ? and due_at <= clock_timestamp()
                    order by due_at limit ? for update skip locked)
                returning subject
                """, row -> UUID.fromString(row.text("subject")), GRADE, partition, limit);
    }

    /// Makes timers due now, and creates missing ones.
    public static void makeDue(Sql sql, String kind, List<String> subjects) {
        if (!subjects.isEmpty()) {
            sql.update("""
                    insert into timer (kind, subject, partition, due_at)
                    select ?, subject, ?, clock_timestamp()
                    from (select distinct unnest(?::text[]) as subject order by 1) as wanted
                    on conflict (kind, subject) do update set due_at = least(timer.due_at, excluded.due_at)
                    """, kind, ANYONE, Column.texts(subjects, subject -> subject));
        }
    }

    /// An alert that an applied observation may end.
    ///
    /// @param condition the key of its condition
    public record AwaitedTimer(String kind, String subject, UUID episode, String condition) {}

    /// Makes the timers due whose subject has such an alert.
    public static void makeAwaitedDue(Sql sql, List<AwaitedTimer> awaited) {
        if (!awaited.isEmpty()) {
            sql.update(
                    """
                    update timer t set due_at = least(t.due_at, clock_timestamp())
                    from unnest(?::text[], ?::text[], ?::uuid[], ?::text[]) as heard (kind, subject, episode, condition)
                        join alert a on a.episode_id = heard.episode and a.condition = heard.condition
                            and a.state <> 'resolved'
                    where t.kind = heard.kind and t.subject = heard.subject
                    """,
                    Column.texts(awaited, AwaitedTimer::kind),
                    Column.texts(awaited, AwaitedTimer::subject),
                    Column.of("uuid", awaited, AwaitedTimer::episode),
                    Column.texts(awaited, AwaitedTimer::condition));
        }
    }

    /// The due subjects of a kind that belongs to no partition, longest due first.
    public static List<String> due(Sql sql, String kind, int limit) {
        return sql.list(
                "select subject from timer where kind = ? and due_at <= clock_timestamp() order by due_at limit ?",
                row -> row.text("subject"),
                kind,
                limit);
    }

    /// Claims a timer if it is still due and no other replica has it.
    ///
    /// @return the time of the database; empty if another replica has it
    public static Optional<Instant> claim(Sql sql, String kind, String subject) {
        return sql.first("""
                select clock_timestamp() as now from timer
                where kind = ? and subject = ? and due_at <= clock_timestamp()
                for update skip locked
                """, row -> row.instant("now"), kind, subject);
    }

    /// Sets a claimed timer again; absent: there is nothing to wait for any more.
    public static void rearm(Sql sql, String kind, String subject, Optional<Instant> due) {
        if (due.isPresent()) {
            sql.update("update timer set due_at = ? where kind = ? and subject = ?", due, kind, subject);
        } else {
            sql.update("delete from timer where kind = ? and subject = ?", kind, subject);
        }
    }
}
