package health.vigil.store;

import health.vigil.observation.Kind;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Stores accepted records that could not be applied.
public final class Quarantine {
    private static final String ADD = """
            insert into quarantine (id, partition, "offset", received_at, reason, detail, key, value,
                observation_id, sender, patient_id, device_id, source_key, state, settled_by, settled_at, sealed)
            select *
            from unnest(?::uuid[], ?::int[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::bytea[],
                ?::bytea[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::text[], ?::text[],
                ?::timestamptz[], ?::boolean[])
            on conflict (id) do nothing
            """;

    private static final String READMIT = """
            update quarantine
            set state = 'released', settled_by = 'monitor', settled_at = clock_timestamp(), note = ?
            where state = 'open' and reason = ? and patient_id = any((select numbers_of(?))::text[])
            returning partition, "offset", value, sealed
            """;

    private static final String WAITING = """
            select q.value, q.sealed, q.received_at
            from quarantine q join known_observation k on k.id = q.observation_id and k.sender = q.sender
            where q.state = 'open' and q.reason = ? and q.patient_id = any(?)
                and k.kind = ? and k.effective_at >= ? and k.effective_at <= ?
            order by k.effective_at, q.id
            """;

    private static final String SEND = """
            insert into outbox (topic, key, value)
            select 'vigil.observations', patient_of(?), w.value
            from unnest(?::text[]) with ordinality as w (value, ord)
            order by w.ord
            """;

    /// The place of a record in the stream, and its bytes.
    public record RecordSource(
            int partition, long offset, Instant receivedAt, Optional<byte[]> key, Optional<byte[]> value) {}

    /// The patient and observation that a record names, as far as it can be read.
    ///
    /// @param observation the id given by the sender
    /// @param sender absent if the record is unreadable
    /// @param sourceKey of the statement that it is a part of, in hexadecimal digits; absent if it is part of none
    public record RecordSubject(
            Optional<String> observation,
            Optional<Sender> sender,
            Optional<String> patient,
            Optional<String> device,
            Optional<String> sourceKey) {
        /// What is no part of a statement.
        public RecordSubject(
                Optional<String> observation,
                Optional<Sender> sender,
                Optional<String> patient,
                Optional<String> device) {
            this(observation, sender, patient, device, Optional.empty());
        }
    }

    /// A record to store.
    ///
    /// @param settled no person has to decide, because it was sent on
    public record QuarantineEntry(
            UUID id,
            RecordSource source,
            QuarantineReason reason,
            String detail,
            RecordSubject about,
            boolean settled) {}

    private Quarantine() {}

    public static void add(Sql sql, List<QuarantineEntry> entry) {
        if (entry.isEmpty()) {
            return;
        }
        var seal = Seal.configured();
        sql.update(
                ADD,
                Column.of("uuid", entry, QuarantineEntry::id),
                Column.of("int", entry, each -> each.source().partition()),
                Column.of("bigint", entry, each -> each.source().offset()),
                Column.of("timestamptz", entry, each -> each.source().receivedAt()),
                Column.of("text", entry, QuarantineEntry::reason),
                Column.texts(entry, QuarantineEntry::detail),
                Column.optionalBytes(entry, each -> each.source().key().map(seal::close)),
                Column.optionalBytes(entry, each -> each.source().value().map(seal::close)),
                Column.of("text", entry, each -> each.about().observation()),
                Column.of("text", entry, each -> each.about().sender().map(Sender::name)),
                Column.of("text", entry, each -> each.about().patient()),
                Column.of("text", entry, each -> each.about().device()),
                Column.optionalBytes(entry, each -> each.about().sourceKey().map(SourceEntries::bytes)),
                Column.of("text", entry, each -> each.settled() ? "released" : "open"),
                Column.of("text", entry, each -> each.settled() ? Optional.of("monitor") : Optional.empty()),
                Column.of(
                        "timestamptz",
                        entry,
                        each -> each.settled() ? Optional.of(each.source().receivedAt()) : Optional.empty()),
                Column.of("boolean", entry, _ -> seal.seals()));
    }

    /// A quarantined record with its place in the stream.
    private record WaitingRecord(long partition, long offset, String value) {
        static WaitingRecord read(ResultRow row, Seal seal) {
            return new WaitingRecord(row.number("partition"), row.number("offset"), text(row, seal));
        }
    }

    static String text(ResultRow row, Seal seal) {
        var value = row.bytes("value");
        return new String(row.flag("sealed") ? seal.open(value) : value, UTF_8);
    }

    /// A quarantined record as it was sent.
    public record WaitingValue(String value, Instant receivedAt) {}

    /// The observations of a patient that wait for an episode, in clinical order.
    ///
    /// @param numbers all numbers of the patient
    public static List<WaitingValue> waiting(Sql sql, List<String> numbers, Kind kind, Instant from, Instant to) {
        var seal = Seal.configured();
        return sql.list(
                WAITING,
                row -> new WaitingValue(text(row, seal), row.instant("received_at")),
                QuarantineReason.NO_EPISODE,
                Column.texts(numbers, number -> number),
                kind,
                from,
                to);
    }

    /// Sends the records of a patient that wait for an episode, under any number, through the stream again, with
    /// their first receipt time.
    ///
    /// @param why the reason why they no longer wait
    public static void readmit(Sql sql, PatientId patient, String why) {
        var seal = Seal.configured();
        var waited = sql.list(
                READMIT, row -> WaitingRecord.read(row, seal), why, QuarantineReason.NO_EPISODE, patient.value());
        if (!waited.isEmpty()) {
            var inOrder = waited.stream()
                    .sorted(Comparator.comparingLong(WaitingRecord::partition).thenComparingLong(WaitingRecord::offset))
                    .toList();
            sql.announce();
            sql.update(SEND, patient.value(), Column.texts(inOrder, WaitingRecord::value));
        }
    }

    /// Settles the open entries of observations that have been applied.
    public static void settle(Sql sql, Collection<ObservationId> applied) {
        if (!applied.isEmpty()) {
            sql.update(
                    """
                    update quarantine
                    set state = 'released', settled_by = 'monitor', settled_at = clock_timestamp()
                    from unnest(?::text[], ?::text[]) as now (id, sender)
                    where state = 'open' and observation_id = now.id and quarantine.sender = now.sender and reason <> ?
                    """,
                    Column.texts(List.copyOf(applied), ObservationId::value),
                    Column.texts(List.copyOf(applied), id -> id.sender().name()),
                    QuarantineReason.ID_CONFLICT);
        }
    }

    /// Observations that are not applied: those waiting for a person, and those that a person discarded.
    public record UnappliedIds(Set<ObservationId> waiting, Set<ObservationId> discarded) {}

    public static UnappliedIds unapplied(Sql sql, Collection<ObservationId> observations) {
        var standing = new UnappliedIds(new HashSet<>(), new HashSet<>());
        if (!observations.isEmpty()) {
            sql.each(
                    """
                    select observation_id, sender, state from quarantine
                    where state <> 'released' and reason <> ? and observation_id = any(?) and sender is not null
                    """,
                    row -> (row.text("state").equals("open") ? standing.waiting() : standing.discarded())
                            .add(new ObservationId(new Sender(row.text("sender")), row.text("observation_id"))),
                    QuarantineReason.ID_CONFLICT,
                    Column.texts(List.copyOf(observations), ObservationId::value));
        }
        return standing;
    }

    /// Which of these entries exist, in any state.
    public static Set<UUID> known(Sql sql, Collection<UUID> entries) {
        return entries.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.list(
                        "select id from quarantine where id = any(?::uuid[])",
                        row -> row.uuid("id"),
                        Column.of("uuid", List.copyOf(entries), id -> id)));
    }

    /// The number of open entries.
    public static long open(Sql sql) {
        return sql.first("select count(*) as open from quarantine where state = 'open'", row -> row.number("open"))
                .orElse(0L);
    }

    /// Whether a record of the patient is open because it could not be graded.
    public static boolean ungradable(Sql sql, PatientId patient) {
        return sql.first("""
                        select exists (
                            select from quarantine
                            where state = 'open' and reason = ? and patient_id = any((select numbers_of(?))::text[])) as waits
                        """, row -> row.flag("waits"), QuarantineReason.UNGRADABLE, patient.value())
                .orElse(false);
    }

    /// The records of a sender for patients without an episode.
    ///
    /// @param patients some of their numbers
    public record WaitingForAdmission(String sender, long records, Instant since, List<String> patients) {}

    /// The senders whose records have waited for an admission since before a time, at most 100.
    public static List<WaitingForAdmission> withoutEpisode(Sql sql, Instant before) {
        return sql.list(
                """
                select coalesce(sender, '(stream)') as sender, count(*) as records, min(received_at) as since,
                    array_to_string((array_agg(distinct patient_id))[1:3], ' ') as patients
                from quarantine
                where state = 'open' and reason = ? and patient_id is not null and received_at < ?
                group by 1 order by 1 limit 100
                """,
                row -> new WaitingForAdmission(
                        row.text("sender"),
                        row.number("records"),
                        row.instant("since"),
                        List.of(row.text("patients").split(" "))),
                QuarantineReason.NO_EPISODE,
                before);
    }

    /// The number of open entries that were added since a time.
    public static long openSince(Sql sql, Instant since) {
        return sql.first(
                        "select count(*) as n from quarantine where state = 'open' and received_at >= ?",
                        row -> row.number("n"),
                        since)
                .orElse(0L);
    }
}
