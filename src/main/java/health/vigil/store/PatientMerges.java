package health.vigil.store;

import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Merges of two numbers of one patient, and their progress.
public final class PatientMerges {
    private static final String OF_NUMBER = """
            select * from patient_merge
            where old_id = ? or into_id = any((select numbers_of(?))::text[])
                or old_id = any((select numbers_of(?))::text[])
            order by asked_at desc, id
            """;

    private static final String HANDED_OVER = """
            select * from patient_merge
            where old_id = any(?) and handed_over_at is not null and ended_at is null
            """;

    private static final String EXCLUSIVE =
            "select true as held from (select pg_advisory_xact_lock(?, hashtext(?))) as l";

    private static final String SHARED =
            "select true as held from (select pg_advisory_xact_lock_shared(?, hashtext(?))) as l";

    /// The namespace of our advisory locks on numbers.
    private static final int LOCKS = 0x6e75_6d62;

    /// A merge.
    ///
    /// @param old the number that was merged into the other
    /// @param handedOverAt since when records of the old number are sent on
    /// @param knownAt since when the two are one patient; absent while the merge is in progress
    /// @param ended who ended the merge, and why; absent while it stands
    /// @param endedAt until when they were one patient
    public record Merge(
            UUID id,
            PatientId old,
            PatientId into,
            MergeDecision asked,
            Optional<Instant> handedOverAt,
            Optional<Instant> knownAt,
            Optional<MergeDecision> ended,
            Optional<Instant> endedAt) {
        static Merge read(ResultRow row) {
            return new Merge(
                    row.uuid("id"),
                    new PatientId(row.text("old_id")),
                    new PatientId(row.text("into_id")),
                    new MergeDecision(row.instant("asked_at"), row.text("asked_by"), row.text("reason")),
                    row.optionalInstant("handed_over_at"),
                    row.optionalInstant("known_at"),
                    row.optionalInstant("end_asked_at")
                            .map(at -> new MergeDecision(at, row.text("end_asked_by"), row.text("end_reason"))),
                    row.optionalInstant("ended_at"));
        }

        /// Whether the two are one patient now.
        public boolean stands() {
            return knownAt.isPresent() && endedAt.isEmpty();
        }
    }

    /// Who requested it, when and why.
    public record MergeDecision(Instant at, String by, String reason) {}

    private PatientMerges() {}

    /// Excludes other merges and admissions until the transaction ends.
    public static void lock(Sql sql) {
        advisory(sql, EXCLUSIVE, "");
    }

    /// Excludes merges, and other admissions of this patient, until the transaction ends.
    ///
    /// @return all numbers of the patient, with those of a merge in progress
    public static List<String> lock(Sql sql, PatientId number) {
        advisory(sql, SHARED, "");
        var patient = underWay(sql, number).map(Merge::into).orElse(number);
        advisory(sql, EXCLUSIVE, patient.value());
        return sql.list(
                "select ? as number union select old_id from patient_merge where into_id = ? and ended_at is null",
                row -> row.text("number"),
                patient.value(),
                patient.value());
    }

    private static void advisory(Sql sql, String statement, String name) {
        sql.first(statement, _ -> true, LOCKS, name);
    }

    /// The merge of an old number that has not been ended, in progress or done.
    public static Optional<Merge> underWay(Sql sql, PatientId old) {
        return sql.first("select * from patient_merge where old_id = ? and ended_at is null", Merge::read, old.value());
    }

    /// The merges into a number that have not been ended, in progress or done.
    public static List<Merge> into(Sql sql, PatientId into) {
        return sql.list(
                "select * from patient_merge where into_id = ? and ended_at is null order by asked_at",
                Merge::read,
                into.value());
    }

    /// All merges of a number, newest first.
    public static List<Merge> of(Sql sql, PatientId number) {
        return sql.list(OF_NUMBER, Merge::read, number.value(), number.value(), number.value());
    }

    public static Optional<Merge> find(Sql sql, UUID id) {
        return sql.first("select * from patient_merge where id = ?", Merge::read, id);
    }

    public static void ask(Sql sql, UUID id, PatientId old, PatientId into, MergeDecision decision) {
        sql.update(
                "insert into patient_merge (id, old_id, into_id, asked_at, asked_by, reason) values (?, ?, ?, ?, ?, ?)",
                id,
                old.value(),
                into.value(),
                decision.at(),
                decision.by(),
                decision.reason());
    }

    public static void askEnd(Sql sql, UUID id, MergeDecision decision) {
        sql.update(
                "update patient_merge set end_asked_at = ?, end_asked_by = ?, end_reason = ? where id = ?",
                decision.at(),
                decision.by(),
                decision.reason(),
                id);
    }

    public static void handOver(Sql sql, UUID id, Instant at) {
        sql.update("update patient_merge set handed_over_at = ? where id = ?", at, id);
    }

    /// Makes the two numbers one patient from a time on.
    public static void begin(Sql sql, UUID id, Instant at) {
        sql.update("update patient_merge set known_at = ? where id = ?", at, id);
    }

    /// Makes them two patients again from a time on.
    public static void end(Sql sql, UUID id, Instant at) {
        sql.update("update patient_merge set ended_at = ? where id = ?", at, id);
    }

    /// The merges of those numbers that are handed over to another.
    public static Map<PatientId, Merge> handedOver(Sql sql, Collection<PatientId> numbers) {
        var found = new HashMap<PatientId, Merge>();
        if (!numbers.isEmpty()) {
            sql.each(
                    HANDED_OVER,
                    row -> {
                        var merge = Merge.read(row);
                        found.put(merge.old(), merge);
                    },
                    Column.texts(List.copyOf(numbers), PatientId::value));
        }
        return found;
    }

    /// Whether anything is stored or quarantined under a number.
    public static boolean anythingOf(Sql sql, PatientId number) {
        return sql.first("""
                        select exists (select from episode where patient_id = n.number)
                            or exists (select from observation where patient_id = n.number)
                            or exists (select from quarantine where patient_id = n.number)
                            or exists (select from device_binding where patient_id = n.number and not isempty(valid))
                            as there
                        from (select ?::text as number) n
                        """, row -> row.flag("there"), number.value()).orElse(false);
    }

    /// The id of a death observation under the number that counts, or will count once the number has an
    /// episode.
    public static Optional<String> death(Sql sql, PatientId number) {
        return sql.first("""
                        with numbers as materialized (select numbers_of(?) as all)
                        select o.id from observation o, numbers n
                        where o.patient_id = any(n.all) and o.kind = 'death' and o.graded and o.retracted_at is null
                        union all
                        select k.id from quarantine q
                            join known_observation k on k.id = q.observation_id and k.sender is not distinct from q.sender,
                            numbers n
                        where q.patient_id = any(n.all) and q.state = 'open' and q.reason = ? and k.kind = 'death'
                        limit 1
                        """, row -> row.text("id"), number.value(), QuarantineReason.NO_EPISODE);
    }

    /// The number of observations of a number, including those that wait for an episode.
    public static long records(Sql sql, PatientId number) {
        return sql.first(
                        "select count(*) as n from observation where patient_id = ? and retracted_at is null",
                        row -> row.number("n"),
                        number.value())
                .orElse(0L);
    }

    /// Deletes the checkpoints of both numbers, because a merge or its end has made them wrong.
    public static void forgetCheckpoints(Sql sql, List<PatientId> numbers) {
        sql.update(
                "delete from checkpoint where episode_id in (select id from episode where patient_id = any(?))",
                Column.texts(numbers, PatientId::value));
    }
}
