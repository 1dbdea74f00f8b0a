package health.vigil.store;

import health.vigil.journey.EntryKind;
import health.vigil.journey.EntryStamp;
import health.vigil.observation.Word;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// The table of what was recorded about journeys.
public final class JourneyEntries {
    private static final String ADD = """
            insert into journey_entry (id, journey_id, kind, effective_at, recorded_at, recorded_by, reason, content)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;

    private static final String OF_JOURNEYS = """
            select id, journey_id, kind, effective_at, recorded_at, recorded_by, reason, content::text as content
            from journey_entry
            where journey_id = any(?::uuid[]) and recorded_at <= ?
            order by journey_id, number
            """;

    private JourneyEntries() {}

    public static void add(Sql sql, StoredEntry entry) {
        sql.update(
                ADD,
                entry.id(),
                entry.journey(),
                entry.kind(),
                entry.stamp().at(),
                entry.stamp().recordedAt(),
                entry.stamp().by(),
                entry.reason(),
                entry.content());
    }

    /// The entries of some journeys that were known at an instant, in the order in which they were recorded.
    public static Map<UUID, List<StoredEntry>> of(Sql sql, Collection<UUID> journeys, Instant known) {
        return sql
                .list(OF_JOURNEYS, JourneyEntries::read, Column.of("uuid", List.copyOf(journeys), id -> id), known)
                .stream()
                .collect(Collectors.groupingBy(StoredEntry::journey, LinkedHashMap::new, Collectors.toList()));
    }

    private static StoredEntry read(ResultRow row) {
        return new StoredEntry(
                row.uuid("id"),
                row.uuid("journey_id"),
                Word.of(EntryKind.class, row.text("kind")),
                new EntryStamp(row.instant("effective_at"), row.instant("recorded_at"), row.text("recorded_by")),
                row.optionalText("reason"),
                row.text("content"));
    }
}
