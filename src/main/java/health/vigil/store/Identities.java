package health.vigil.store;

import health.vigil.observation.Kind;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The ids of everything ever accepted, and what became of it.
public final class Identities {
    private static final String CLAIM =
            "insert into observation_identity (id, content_hash, patient_id, effective_at, kind, state, detail)"
                    + " select * from unnest(?::text[], ?::bytea[], ?::text[], ?::timestamptz[], ?::text[], ?::text[],"
                    + " ?::text[]) as new (id, content_hash, patient_id, effective_at, kind, state, detail)"
                    + " order by id on conflict (id) do nothing returning id";

    /// An id, its content, and what became of it.
    ///
    /// @param hash equal for equal content
    /// @param detail why it was quarantined; absent when it was applied
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

    private Identities() {}

    /// Takes the ids that nobody had before. The others wait for a writer that is taking them, in order of id, so that
    /// two writers cannot wait for each other.
    ///
    /// @return the ids that are new
    public static Set<String> claim(Sql sql, Collection<Identity> identities) {
        var rows = List.copyOf(identities);
        return Set.copyOf(sql.list(
                CLAIM,
                row -> row.text("id"),
                Column.texts(rows, row -> row.id().value()),
                Column.bytes(rows, row -> HexFormat.of().parseHex(row.hash())),
                Column.of("text", rows, Identity::patient),
                Column.of("timestamptz", rows, Identity::effectiveAt),
                Column.of("text", rows, Identity::kind),
                Column.of("text", rows, row -> row.applied() ? "applied" : "quarantined"),
                Column.of("text", rows, Identity::detail)));
    }

    public static Map<String, Identity> known(Sql sql, Collection<String> ids) {
        var known = new HashMap<String, Identity>();
        if (!ids.isEmpty()) {
            sql.each(
                    "select * from observation_identity where id = any(?)",
                    row -> known.put(row.text("id"), read(row)),
                    Column.texts(List.copyOf(ids), id -> id));
        }
        return known;
    }

    private static Identity read(ResultRow row) {
        return new Identity(
                new ObservationId(row.text("id")),
                HexFormat.of().formatHex(row.bytes("content_hash")),
                row.optionalText("patient_id").map(PatientId::new),
                row.instant("effective_at"),
                Word.of(Kind.class, row.text("kind")).orElseThrow(),
                row.text("state").equals("applied")
                        ? Optional.empty()
                        : Optional.of(row.optionalText("detail").orElse("quarantined")));
    }

    /// What was quarantined has been applied after all.
    public static void apply(Sql sql, List<Identity> identities) {
        if (!identities.isEmpty()) {
            sql.update(
                    "update observation_identity i set state = 'applied', detail = null, patient_id = now.patient_id"
                            + " from unnest(?::text[], ?::text[]) as now (id, patient_id) where i.id = now.id",
                    Column.texts(identities, each -> each.id().value()),
                    Column.of("text", identities, Identity::patient));
        }
    }

    /// What was to be applied has been quarantined.
    public static void quarantine(Sql sql, ObservationId id, String detail) {
        sql.update(
                "update observation_identity set state = 'quarantined', detail = ? where id = ?", detail, id.value());
    }
}
