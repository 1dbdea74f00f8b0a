package health.vigil.store;

import health.vigil.observation.Kind;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import health.vigil.observation.Word;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The identities of all accepted observations, by sender and id, with their state.
///
/// The first sender of an id is in `observation_identity`, keyed by the id alone because pods of the previous
/// version may still run. Later senders are in `observation_namesake`. The view `known_observation` unites
/// both.
public final class Identities {
    /// Inserts ids that are not known yet. An id whose sender is in `observation_namesake` is left out, even if
    /// the first sender's row was removed.
    private static final String CLAIM_FIRST = """
            insert into observation_identity
                (id, sender, content_hash, patient_id, effective_at, kind, state, detail)
            select * from unnest(?::text[], ?::text[], ?::bytea[], ?::text[], ?::timestamptz[], ?::text[], ?::text[],
                    ?::text[]) as new (id, sender, content_hash, patient_id, effective_at, kind, state, detail)
            where not exists (select from observation_namesake n where n.id = new.id and n.sender = new.sender)
            order by id, sender
            on conflict (id) do nothing returning id, sender
            """;

    private static final String CLAIM_NAMESAKE = """
            insert into observation_namesake
                (id, sender, content_hash, patient_id, effective_at, kind, state, detail)
            select * from unnest(?::text[], ?::text[], ?::bytea[], ?::text[], ?::timestamptz[], ?::text[], ?::text[],
                    ?::text[]) as new (id, sender, content_hash, patient_id, effective_at, kind, state, detail)
            order by id, sender
            on conflict (id, sender) do nothing returning id, sender
            """;

    /// Records quarantined before senders were stored belong to the next sender of the same content.
    private static final String ADOPT = """
            update observation_identity i set sender = mine.sender
            from unnest(?::text[], ?::text[], ?::bytea[]) as mine (id, sender, content_hash)
            where i.id = mine.id and i.sender is null and i.state = 'quarantined' and i.content_hash = mine.content_hash
                and not exists (select from observation_namesake n where n.id = mine.id and n.sender = mine.sender)
            returning i.id, i.sender
            """;

    private static final String ADOPT_QUARANTINED = """
            update quarantine q set sender = mine.sender from unnest(?::text[], ?::text[]) as mine (id, sender)
            where q.observation_id = mine.id and q.sender is null
            """;

    private static final String BY_ID = "select * from known_observation where id = any(?) and sender_known";

    private static final String PRIOR = """
            select *, state = 'applied' or exists (
                    select from quarantine q
                    where q.observation_id = known.id and q.state = 'discarded' and q.reason <> 'id-conflict'
                        and (q.sender = known.sender or q.sender is null)) as settled
            from known_observation as known where id = any(?)
            """;

    private static final String APPLY_FIRST = """
            update observation_identity i set state = 'applied', detail = null, patient_id = now.patient_id
            from unnest(?::text[], ?::text[], ?::text[]) as now (id, sender, patient_id)
            where i.id = now.id and i.sender = now.sender
            """;

    private static final String APPLY_NAMESAKE = """
            update observation_namesake i set state = 'applied', detail = null, patient_id = now.patient_id
            from unnest(?::text[], ?::text[], ?::text[]) as now (id, sender, patient_id)
            where i.id = now.id and i.sender = now.sender
            """;

    private static final String QUARANTINE_NAMESAKE =
            "update observation_namesake set state = 'quarantined', detail = ? where id = ? and sender = ?";

    private static final String QUARANTINE_FIRST = """
            update observation_identity set state = 'quarantined', detail = ?, sender = ?
            where id = ? and (sender is null or sender = ?)
            """;

    /// An observation's identity, content hash and state.
    ///
    /// @param hash equal for equal content
    /// @param detail why it was quarantined; absent if it was applied
    public record Identity(
            ObservationId id,
            String hash,
            Optional<PatientId> patient,
            Instant effectiveAt,
            Kind kind,
            Optional<String> detail) {
        public boolean applied() {
            return detail.isEmpty();
        }
    }

    /// An observation that was accepted before, for intake.
    ///
    /// @param senderKnown false if it was quarantined before senders were stored
    /// @param settled whether it was applied or discarded, so that the same observation again changes nothing
    public record PriorIdentity(Identity identity, boolean senderKnown, boolean settled) {}

    private Identities() {}

    /// Stores the identities that are new. Rows are written in order of id, so that concurrent writers wait
    /// for each other without a deadlock.
    ///
    /// @return the ids that are new
    public static Set<ObservationId> claim(Sql sql, Collection<Identity> identities) {
        var fresh = claim(sql, CLAIM_FIRST, List.copyOf(identities));
        var others = without(identities, fresh);
        if (!others.isEmpty()) {
            adopt(sql, others);
            var known = known(sql, others.stream().map(Identity::id).toList());
            fresh.addAll(claim(sql, CLAIM_NAMESAKE, without(others, known.keySet())));
        }
        return fresh;
    }

    private static List<Identity> without(Collection<Identity> identities, Set<ObservationId> these) {
        return identities.stream()
                .filter(identity -> !these.contains(identity.id()))
                .toList();
    }

    private static Set<ObservationId> claim(Sql sql, String statement, List<Identity> rows) {
        return rows.isEmpty()
                ? new HashSet<>()
                : new HashSet<>(sql.list(
                        statement,
                        Identities::id,
                        values(rows),
                        senders(rows),
                        hashes(rows),
                        Column.of("text", rows, Identity::patient),
                        Column.of("timestamptz", rows, Identity::effectiveAt),
                        Column.of("text", rows, Identity::kind),
                        Column.of("text", rows, row -> row.applied() ? "applied" : "quarantined"),
                        Column.of("text", rows, Identity::detail)));
    }

    private static Column hashes(List<Identity> rows) {
        return Column.bytes(rows, row -> HexFormat.of().parseHex(row.hash()));
    }

    private static void adopt(Sql sql, List<Identity> rows) {
        var adopted = sql.list(ADOPT, Identities::id, values(rows), senders(rows), hashes(rows));
        if (!adopted.isEmpty()) {
            sql.update(
                    ADOPT_QUARANTINED,
                    Column.texts(adopted, ObservationId::value),
                    Column.texts(adopted, id -> id.sender().name()));
        }
    }

    private static Column values(List<Identity> rows) {
        return Column.texts(rows, row -> row.id().value());
    }

    private static Column senders(List<Identity> rows) {
        return Column.texts(rows, row -> row.id().sender().name());
    }

    public static Map<ObservationId, Identity> known(Sql sql, Collection<ObservationId> ids) {
        var values = ids.stream().map(ObservationId::value).collect(Collectors.toSet());
        var known = new HashMap<ObservationId, Identity>();
        byId(sql, values).values().stream().flatMap(List::stream).forEach(found -> known.put(found.id(), found));
        known.keySet().retainAll(Set.copyOf(ids));
        return known;
    }

    /// The identities of all senders, by their ids.
    public static Map<String, List<Identity>> byId(Sql sql, Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : sql.list(BY_ID, Identities::read, Column.texts(List.copyOf(ids), id -> id)).stream()
                        .collect(Collectors.groupingBy(identity -> identity.id().value()));
    }

    /// The identities of all senders, also of unknown ones, by the id that each sender gave.
    public static Map<String, List<PriorIdentity>> prior(Sql sql, Collection<String> ids) {
        return sql
                .list(
                        PRIOR,
                        row -> new PriorIdentity(read(row), row.flag("sender_known"), row.flag("settled")),
                        Column.texts(List.copyOf(ids), id -> id))
                .stream()
                .collect(Collectors.groupingBy(prior -> prior.identity().id().value()));
    }

    private static ObservationId id(ResultRow row) {
        return new ObservationId(new Sender(row.text("sender")), row.text("id"));
    }

    private static Identity read(ResultRow row) {
        return new Identity(
                id(row),
                HexFormat.of().formatHex(row.bytes("content_hash")),
                row.optionalText("patient_id").map(PatientId::new),
                row.instant("effective_at"),
                Word.of(Kind.class, row.text("kind")).orElseThrow(),
                row.text("state").equals("applied")
                        ? Optional.empty()
                        : Optional.of(row.optionalText("detail").orElse("quarantined")));
    }

    /// Marks quarantined observations as applied.
    public static void apply(Sql sql, List<Identity> identities) {
        if (!identities.isEmpty()) {
            for (var statement : List.of(APPLY_FIRST, APPLY_NAMESAKE)) {
                sql.update(
                        statement,
                        values(identities),
                        senders(identities),
                        Column.of("text", identities, Identity::patient));
            }
        }
    }

    /// Marks an observation as quarantined.
    public static void quarantine(Sql sql, ObservationId id, String detail) {
        var sender = id.sender().name();
        if (sql.update(QUARANTINE_NAMESAKE, detail, id.value(), sender) == 0) {
            sql.update(QUARANTINE_FIRST, detail, sender, id.value(), sender);
        }
    }
}
