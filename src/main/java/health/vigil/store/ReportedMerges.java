package health.vigil.store;

import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What registration systems say about two numbers. Ingest writes it, and a round of the monitor asks for the
/// merge.
public final class ReportedMerges {
    private static final String NEWER = """
            select exists (
                select from reported_merge
                where sender = ? and least(old_id, into_id) = least(?, ?) and greatest(old_id, into_id) = greatest(?, ?)
                    and (changed_at, id) > (?, ?)) as newer
            """;

    private static final String FORGET = """
            delete from reported_merge m
            where due_at is null and received_at < ?
                and not exists (select from episode where patient_id in (m.old_id, m.into_id))
                and not exists (select from patient_merge p where p.old_id in (m.old_id, m.into_id))
            """;

    private ReportedMerges() {}

    /// A report about two numbers.
    ///
    /// @param joined whether they are one patient; if not, they are two
    /// @param address the sender's network address
    public record ReportedMerge(
            String sender,
            PatientId old,
            PatientId into,
            boolean joined,
            Instant changedAt,
            String address,
            Instant receivedAt) {}

    /// A report as it is stored.
    public record StoredMerge(long id, ReportedMerge merge) {
        private static StoredMerge read(ResultRow row) {
            return new StoredMerge(
                    row.number("id"),
                    new ReportedMerge(
                            row.text("sender"),
                            new PatientId(row.text("old_id")),
                            new PatientId(row.text("into_id")),
                            row.flag("joined"),
                            row.instant("changed_at"),
                            row.text("reported_from"),
                            row.instant("received_at")));
        }
    }

    /// Adds a report. The same report again changes nothing.
    public static void add(Sql sql, ReportedMerge merge) {
        sql.update(
                """
                insert into reported_merge (sender, old_id, into_id, joined, changed_at, reported_from, received_at, due_at)
                values (?, ?, ?, ?, ?, ?, ?, clock_timestamp()) on conflict do nothing
                """,
                merge.sender(),
                merge.old().value(),
                merge.into().value(),
                merge.joined(),
                merge.changedAt(),
                merge.address(),
                merge.receivedAt());
    }

    /// The reports that the monitor has to look at, in order of their events.
    public static List<Long> due(Sql sql, int limit) {
        return sql.list("""
                select id from reported_merge where due_at <= clock_timestamp() order by changed_at, id limit ?
                """, row -> row.number("id"), limit);
    }

    /// A report that is still due, locked. Empty if another replica has it.
    public static Optional<StoredMerge> claim(Sql sql, long id) {
        return sql.first("""
                select * from reported_merge where id = ? and due_at <= clock_timestamp() for no key update skip locked
                """, StoredMerge::read, id);
    }

    /// Whether the sender has said something newer about the same two numbers.
    public static boolean overtaken(Sql sql, StoredMerge stored) {
        var merge = stored.merge();
        var old = merge.old().value();
        var into = merge.into().value();
        return sql.first(
                        NEWER,
                        row -> row.flag("newer"),
                        merge.sender(),
                        old,
                        into,
                        old,
                        into,
                        merge.changedAt(),
                        stored.id())
                .orElse(false);
    }

    public static void applied(Sql sql, long id, Instant at) {
        sql.update("update reported_merge set due_at = null, applied_at = ? where id = ?", at, id);
    }

    public static void postpone(Sql sql, long id, Instant until) {
        sql.update("update reported_merge set due_at = ? where id = ?", until, id);
    }

    /// Deletes reports about numbers of which nothing else is known.
    public static void forget(Sql sql, Instant before) {
        sql.update(FORGET, before);
    }
}
