package health.vigil.store;

import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Infusions of CAR-T cells that other systems report. Ingest writes them, and a round of the monitor admits the
/// patients.
public final class ReportedInfusions {
    private static final String PUT = """
            insert into reported_infusion as i (key, sender, patient_id, product, infused_at, reported_from, received_at,
                due_at)
            values (?, ?, ?, ?, ?, ?, ?, clock_timestamp())
            on conflict (key) do update set patient_id = excluded.patient_id, product = excluded.product,
                infused_at = excluded.infused_at, reported_from = excluded.reported_from,
                received_at = excluded.received_at, due_at = excluded.due_at
            where (i.patient_id, i.product, i.infused_at) <> (excluded.patient_id, excluded.product, excluded.infused_at)
            """;

    private static final String STORED = """
            select exists (
                select from reported_infusion
                where key = ? and patient_id = ? and product = ? and infused_at = ?) as stored
            """;

    private static final String FORGET = """
            delete from reported_infusion i
            where due_at is null and received_at < ?
                and not exists (select from episode where patient_id = any(numbers_of(i.patient_id)))
            """;

    private ReportedInfusions() {}

    /// An infusion.
    ///
    /// @param key the source key in hexadecimal
    /// @param product by the word of the admission form
    /// @param address the sender's network address
    public record ReportedInfusion(
            String key,
            String sender,
            PatientId patient,
            String product,
            Instant infusedAt,
            String address,
            Instant receivedAt) {
        private static ReportedInfusion read(ResultRow row) {
            return new ReportedInfusion(
                    row.text("key"),
                    row.text("sender"),
                    new PatientId(row.text("patient_id")),
                    row.text("product"),
                    row.instant("infused_at"),
                    row.text("reported_from"),
                    row.instant("received_at"));
        }
    }

    /// Whether exactly this was stored before.
    public static boolean stored(Sql sql, ReportedInfusion infusion) {
        return sql.first(
                        STORED,
                        row -> row.flag("stored"),
                        infusion.key(),
                        infusion.patient().value(),
                        infusion.product(),
                        infusion.infusedAt())
                .orElse(false);
    }

    /// Stores an infusion, or what is said otherwise about one. The same again changes nothing.
    public static void put(Sql sql, ReportedInfusion infusion) {
        sql.update(
                PUT,
                infusion.key(),
                infusion.sender(),
                infusion.patient().value(),
                infusion.product(),
                infusion.infusedAt(),
                infusion.address(),
                infusion.receivedAt());
    }

    /// The keys of the infusions that the monitor has to look at, longest due first.
    public static List<String> due(Sql sql, int limit) {
        return sql.list(
                "select key from reported_infusion where due_at <= clock_timestamp() order by due_at, key limit ?",
                row -> row.text("key"),
                limit);
    }

    /// An infusion that is still due, locked. Empty if another replica has it.
    public static Optional<ReportedInfusion> claim(Sql sql, String key) {
        return sql.first("""
                select * from reported_infusion where key = ? and due_at <= clock_timestamp()
                for no key update skip locked
                """, ReportedInfusion::read, key);
    }

    public static void applied(Sql sql, String key, Instant at) {
        sql.update("update reported_infusion set due_at = null, applied_at = ? where key = ?", at, key);
    }

    public static void postpone(Sql sql, String key, Instant until) {
        sql.update("update reported_infusion set due_at = ? where key = ?", until, key);
    }

    /// Deletes the infusions of patients who were never admitted.
    public static void forget(Sql sql, Instant before) {
        sql.update(FORGET, before);
    }
}
