package health.vigil.store;

import health.vigil.grading.Baseline;
import health.vigil.history.Episode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The versions of a baseline. The newest version known at a time counts; before the first became known, the
/// first counts.
public final class Baselines {
    private static final String SELECT = """
            select distinct on (episode_id) episode_id, received_at, content from baseline
            where episode_id = any(?::uuid[])
            order by episode_id, received_at <= ? desc, case when received_at <= ? then received_at end desc,
                received_at
            """;

    private static final String FIRST =
            "insert into baseline (episode_id, received_at, content, entered_by) values (?, ?, ?::jsonb, ?)";

    /// A new version is dated after all earlier ones, even if clocks differ. It copies the parts that it does
    /// not change.
    private static final String CHANGE = """
            insert into baseline (episode_id, received_at, content, entered_by, change_id)
            select stood.episode_id, greatest(change.at, stood.received_at + interval '1 microsecond'),
                case when change.parts is null then change.content
                    else (stood.content - change.parts) || coalesce((
                        select jsonb_object_agg(part.key, part.value) from jsonb_each(change.content) part
                        where part.key = any(change.parts)), '{}') end,
                ?, ?
            from (select ?::timestamptz as at, ?::jsonb as content, ?::text[] as parts) change,
                (select * from baseline where episode_id = ? order by received_at desc limit 1) stood
            on conflict (change_id) do nothing
            """;

    /// A version with the time it became known.
    record Version(Baseline baseline, Instant receivedAt) {}

    /// A change of a baseline.
    ///
    /// @param id recognises a repeated change
    /// @param parts the parts that it changes; absent: all
    public record BaselineChange(
            UUID id,
            UUID episode,
            Instant receivedAt,
            Baseline baseline,
            Optional<Set<String>> parts,
            String enteredBy) {}

    private Baselines() {}

    static Map<UUID, Version> of(Sql sql, List<Episode> episodes, Instant knownAt) {
        var found = new HashMap<UUID, Version>();
        var ids = Column.of("uuid", episodes, Episode::id);
        sql.each(SELECT, row -> found.put(row.uuid("episode_id"), read(row)), ids, knownAt, knownAt);
        return found;
    }

    private static Version read(ResultRow row) {
        return new Version(StoredJson.read(row.text("content"), Baseline.class), row.instant("received_at"));
    }

    /// Writes the first version, with the admission.
    public static void add(Sql sql, UUID episode, Instant receivedAt, Baseline baseline, String enteredBy) {
        sql.update(FIRST, episode, receivedAt, StoredJson.write(baseline), enteredBy);
    }

    /// Writes a later version.
    ///
    /// @return false if the change was written before
    public static boolean change(Sql sql, BaselineChange change) {
        return sql.update(
                        CHANGE,
                        change.enteredBy(),
                        change.id(),
                        change.receivedAt(),
                        StoredJson.write(change.baseline()),
                        change.parts().map(parts -> Column.texts(List.copyOf(parts), part -> part)),
                        change.episode())
                == 1;
    }
}
