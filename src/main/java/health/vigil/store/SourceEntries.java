package health.vigil.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.exchange.BusinessId;
import health.vigil.exchange.SourceKey;
import health.vigil.exchange.SourceNote;
import health.vigil.exchange.SourceRevision;
import health.vigil.exchange.StatementStatus;
import health.vigil.json.JsonText;
import health.vigil.json.StrictJson;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import health.vigil.observation.Word;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The statements of other systems by their source keys, with their revisions.
public final class SourceEntries {
    /// Rows are written and locked in order of key, so that concurrent batches wait for each other without a
    /// deadlock.
    private static final String CLAIM = """
            insert into source_entry (key, sender, type, business_id, standing)
            select distinct on (key) key, sender, type, business_id, 0
            from unnest(?::bytea[], ?::text[], ?::text[], ?::text[]) as new (key, sender, type, business_id)
            order by key
            on conflict (key) do nothing
            """;

    private static final String SAVE_LOGICAL_IDS = """
            update source_entry e set logical_id = put.logical_id
            from unnest(?::bytea[], ?::text[]) as put (key, logical_id)
            where e.key = put.key and e.logical_id is distinct from put.logical_id
            """;

    private static final String LOCK =
            "select key, standing from source_entry where key = any(?) order by key for update";

    /// The revision that stands, and those with one of the tokens.
    private static final String REVISIONS = """
            select r.*, (select max(revision) from source_revision where key = e.key) as latest
            from source_entry e
            join source_revision r on r.key = e.key and (r.revision = e.standing or r.token = any(?))
            where e.key = any(?)
            """;

    private static final String SAVE_REVISIONS = """
            insert into source_revision
                (key, revision, token, status, replaces, issued, effective_at, received_at, codes, parts)
            select * from unnest(?::bytea[], ?::int[], ?::bytea[], ?::text[], ?::boolean[], ?::timestamptz[],
                ?::timestamptz[], ?::timestamptz[], ?::jsonb[], ?::jsonb[])
            on conflict (key, revision) do update set parts = excluded.parts
            """;

    private static final String SAVE_ENTRIES = """
            update source_entry e set standing = now.standing, patient_id = coalesce(now.patient_id, e.patient_id)
            from unnest(?::bytea[], ?::int[], ?::text[]) as now (key, standing, patient_id)
            where e.key = now.key
            """;

    private static final String KNOWN = """
            select e.key, e.patient_id, r.*, (select max(revision) from source_revision where key = e.key) as latest
            from source_entry e join source_revision r on r.key = e.key and r.revision = e.standing
            where e.key = any(?)
            """;

    private static final String FIND = """
            select type, business_id
            from unnest(?::bytea[], ?::bytea[]) as asked (lowest, highest)
            join source_entry on key between lowest and highest and sender = ?
            """;

    /// Of several with one id, what stands counts before what was withdrawn, and then the newest.
    private static final String FIND_PUT = """
            select distinct on (asked.type, asked.id) asked.type, asked.id, e.business_id
            from unnest(?::text[], ?::text[], ?::text[]) as asked (type, id, business_id)
            join source_entry e on e.sender = ? and e.type = asked.type
                and (e.business_id = asked.business_id or e.logical_id = asked.id)
            join source_revision r on r.key = e.key and r.revision = e.standing
            order by asked.type, asked.id, r.status = 'withdrawn', r.received_at desc
            """;

    private static final int KEY_DIGITS = 64;

    /// A statement and who sent it.
    public record SentNote(Sender sender, SourceNote note) {}

    /// A part of a revision.
    ///
    /// @param hash what this revision says
    /// @param observation the observation that stands for it; absent until it has arrived
    /// @param standingHash what that observation says. It differs from `hash` while the part itself has not
    ///     arrived
    public record RevisionPart(String hash, Optional<String> observation, Optional<String> standingHash) {}

    /// A stored revision.
    ///
    /// @param revision its number, from 1
    /// @param parts by name
    public record StoredRevision(
            String key, int revision, String token, SourceRevision report, Map<String, RevisionPart> parts) {}

    /// A statement with the revisions that were asked for.
    ///
    /// @param standing the number of the revision that stands; 0 for none
    /// @param latest the highest number
    public record SourceEntry(String key, int standing, int latest, List<StoredRevision> revisions) {}

    /// What is known of a key, for intake.
    ///
    /// @param latest the number of its latest revision, from 1
    /// @param standing the number of the revision that stands, which is the version that a client reads: an
    ///     earlier report that came late has a higher number
    /// @param token of the revision that stands
    /// @param report the revision that stands; if it is a withdrawal, nothing stands
    /// @param patient the patient whom it is about
    /// @param parts the hash of each of its parts, by name
    public record KnownSource(
            String key,
            int latest,
            int standing,
            String token,
            SourceRevision report,
            Map<String, String> parts,
            Optional<PatientId> patient) {
        /// Whether a revision says what stands already, at the same time of issue.
        public boolean says(SourceNote note) {
            return token.equals(note.token())
                    || (report.status() == note.revision().status()
                            && report.issued().equals(note.revision().issued())
                            && parts.equals(note.parts()));
        }
    }

    /// A resource by the id that its sender gave it in a PUT.
    public record PutId(String type, String id) {}

    private SourceEntries() {}

    /// Locks the statements, adds those that are new, and stores the sender's own ids.
    ///
    /// @param sent what arrives; each key may occur several times
    public static Map<String, SourceEntry> lock(Sql sql, List<SentNote> sent) {
        sql.update(
                CLAIM,
                Column.bytes(sent, each -> bytes(each.note().key())),
                Column.texts(sent, each -> each.sender().name()),
                Column.texts(sent, each -> each.note().type()),
                Column.texts(sent, each -> each.note().businessId()));
        var keys = keys(sent.stream().map(each -> each.note().key()).collect(Collectors.toSet()));
        var standing = new HashMap<String, Integer>();
        sql.each(LOCK, row -> standing.put(hex(row, "key"), (int) row.number("standing")), keys);
        saveLogicalIds(sql, sent);
        var latest = new HashMap<String, Integer>();
        var revisions = sql
                .list(
                        REVISIONS,
                        row -> {
                            latest.put(hex(row, "key"), (int) row.number("latest"));
                            return read(row);
                        },
                        Column.bytes(sent, each -> bytes(each.note().token())),
                        keys)
                .stream()
                .collect(Collectors.groupingBy(StoredRevision::key));
        var entries = new HashMap<String, SourceEntry>();
        standing.forEach((key, number) -> entries.put(
                key,
                new SourceEntry(key, number, latest.getOrDefault(key, 0), revisions.getOrDefault(key, List.of()))));
        return entries;
    }

    private static void saveLogicalIds(Sql sql, List<SentNote> sent) {
        var ids = new HashMap<String, String>();
        sent.forEach(each ->
                each.note().logicalId().ifPresent(id -> ids.put(each.note().key(), id)));
        if (!ids.isEmpty()) {
            var rows = List.copyOf(ids.entrySet());
            sql.update(
                    SAVE_LOGICAL_IDS,
                    Column.bytes(rows, row -> bytes(row.getKey())),
                    Column.texts(rows, Map.Entry::getValue));
        }
    }

    /// Stores new revisions, and the observations of known ones.
    public static void saveRevisions(Sql sql, List<StoredRevision> rows) {
        if (rows.isEmpty()) {
            return;
        }
        sql.update(
                SAVE_REVISIONS,
                Column.bytes(rows, row -> bytes(row.key())),
                Column.of("int", rows, StoredRevision::revision),
                Column.bytes(rows, row -> bytes(row.token())),
                Column.of("text", rows, row -> row.report().status()),
                Column.of("boolean", rows, row -> row.report().replaces()),
                Column.of("timestamptz", rows, row -> row.report().issued()),
                Column.of("timestamptz", rows, row -> row.report().effectiveAt()),
                Column.of("timestamptz", rows, row -> row.report().receivedAt()),
                Column.of("jsonb", rows, row -> codes(row.report().codes())),
                Column.of("jsonb", rows, row -> parts(row.parts())));
    }

    /// The revision that stands for a key.
    ///
    /// @param patient the patient whom it is about, if it has arrived
    public record Standing(String key, int revision, Optional<PatientId> patient) {}

    public static void saveStanding(Sql sql, List<Standing> rows) {
        if (!rows.isEmpty()) {
            sql.update(
                    SAVE_ENTRIES,
                    Column.bytes(rows, row -> bytes(row.key())),
                    Column.of("int", rows, Standing::revision),
                    Column.of("text", rows, Standing::patient));
        }
    }

    /// What is known of some keys.
    public static Map<String, KnownSource> known(Sql sql, Collection<String> keys) {
        return keys.isEmpty()
                ? Map.of()
                : sql.list(KNOWN, SourceEntries::known, keys(Set.copyOf(keys))).stream()
                        .collect(Collectors.toMap(KnownSource::key, known -> known));
    }

    /// The statements of a sender whose keys begin with some digits.
    public static List<SourceKey> find(Sql sql, Sender sender, Collection<String> digits) {
        var asked = List.copyOf(digits);
        return sql.list(
                FIND,
                row -> key(sender, row),
                Column.bytes(asked, each -> lowest(each)),
                Column.bytes(asked, each -> highest(each)),
                sender.name());
    }

    /// The statements of a sender by its own ids.
    public static Map<PutId, SourceKey> findPut(Sql sql, Sender sender, Collection<PutId> ids) {
        var asked = List.copyOf(ids);
        var found = new HashMap<PutId, SourceKey>();
        sql.each(
                FIND_PUT,
                row -> found.put(new PutId(row.text("type"), row.text("id")), key(sender, row)),
                Column.texts(asked, PutId::type),
                Column.texts(asked, PutId::id),
                Column.texts(asked, id -> BusinessId.logical(id.id()).text()),
                sender.name());
        return found;
    }

    private static SourceKey key(Sender sender, ResultRow row) {
        return new SourceKey(sender, row.text("type"), new BusinessId(row.text("business_id")));
    }

    private static Column keys(Set<String> keys) {
        return Column.bytes(List.copyOf(keys), SourceEntries::bytes);
    }

    private static KnownSource known(ResultRow row) {
        return new KnownSource(
                hex(row, "key"),
                (int) row.number("latest"),
                (int) row.number("revision"),
                hex(row, "token"),
                report(row),
                hashes(parts(row.text("parts"))),
                row.optionalText("patient_id").map(PatientId::new));
    }

    static StoredRevision read(ResultRow row) {
        return new StoredRevision(
                hex(row, "key"),
                (int) row.number("revision"),
                hex(row, "token"),
                report(row),
                parts(row.text("parts")));
    }

    private static Map<String, String> hashes(Map<String, RevisionPart> parts) {
        var hashes = new HashMap<String, String>();
        parts.forEach((name, part) -> hashes.put(name, part.hash()));
        return hashes;
    }

    private static SourceRevision report(ResultRow row) {
        return new SourceRevision(
                Word.of(StatementStatus.class, row.text("status")).orElseThrow(),
                row.flag("replaces"),
                row.optionalInstant("issued"),
                row.instant("received_at"),
                row.optionalInstant("effective_at"),
                codes(row.text("codes")));
    }

    private static String codes(Set<String> codes) {
        var json = JsonText.object().arrayNode();
        codes.stream().sorted().forEach(json::add);
        return JsonText.of(json);
    }

    private static Set<String> codes(String text) {
        var codes = new HashSet<String>();
        json(text).forEach(code -> codes.add(code.asText()));
        return codes;
    }

    private static String parts(Map<String, RevisionPart> parts) {
        var json = JsonText.object();
        new TreeMap<>(parts).forEach((name, part) -> {
            ObjectNode tree = json.putObject(name).put("hash", part.hash());
            part.observation().ifPresent(id -> tree.put("observation", id));
            part.standingHash().ifPresent(hash -> tree.put("standingHash", hash));
        });
        return JsonText.of(json);
    }

    private static Map<String, RevisionPart> parts(String text) {
        var parts = new HashMap<String, RevisionPart>();
        json(text)
                .properties()
                .forEach(part -> parts.put(
                        part.getKey(),
                        new RevisionPart(
                                part.getValue().path("hash").asText(),
                                optional(part.getValue().path("observation")),
                                optional(part.getValue().path("standingHash")))));
        return parts;
    }

    private static JsonNode json(String text) {
        return switch (StrictJson.parse(text.getBytes(StandardCharsets.UTF_8))) {
            case StrictJson.Parsed.Value(var json) -> json;
            case StrictJson.Parsed.Malformed(var fault) -> throw new IllegalStateException("A stored JSON " + fault);
        };
    }

    private static Optional<String> optional(JsonNode node) {
        return Optional.ofNullable(node.textValue());
    }

    /// The lowest key that begins with some digits.
    static byte[] lowest(String digits) {
        return bytes(digits + "0".repeat(KEY_DIGITS - digits.length()));
    }

    /// The highest key that begins with some digits.
    static byte[] highest(String digits) {
        return bytes(digits + "f".repeat(KEY_DIGITS - digits.length()));
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static String hex(ResultRow row, String column) {
        return HexFormat.of().formatHex(row.bytes(column));
    }
}
