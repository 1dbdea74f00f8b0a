package health.vigil.store;

import health.vigil.grading.Chart;
import health.vigil.grading.Policy;
import health.vigil.history.Checkpoint;
import health.vigil.history.CheckpointSummary;
import health.vigil.history.FoldRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Stored charts. A late observation is folded from the nearest checkpoint instead of the infusion.
public final class Checkpoints {
    private static final String NEWEST = """
            select want.id, c.known_at, c.observations, c.chart
            from unnest(?::uuid[], ?::timestamptz[]) as want (id, before)
                cross join lateral (
                    select * from checkpoint
                    where episode_id = want.id and as_of < want.before and known_at <= ? and policy_version = ?
                    order by as_of desc limit 1) c
            """;

    private static final String SAVE = """
            insert into checkpoint (episode_id, as_of, known_at, policy_version, observations, chart)
            select *
            from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::bigint[], ?::jsonb[])
            on conflict (episode_id, as_of) do update set known_at = excluded.known_at,
                policy_version = excluded.policy_version, observations = excluded.observations,
                chart = excluded.chart
            """;

    /// A checkpoint to store.
    public record EpisodeCheckpoint(UUID episode, Checkpoint checkpoint) {}

    private Checkpoints() {}

    /// Names the rule set and the format of stored charts. Pods ignore checkpoints with another name.
    static final String SHAPE = Policy.RULE_SET + " with home readings";

    private static String rules(String policy) {
        return SHAPE + " " + policy;
    }

    static Map<UUID, Checkpoint> newest(Sql sql, List<FoldRequest> foldRequests, Instant knownAt, String policy) {
        var found = new HashMap<UUID, Checkpoint>();
        var ids = Column.of(
                "uuid", foldRequests, foldRequest -> foldRequest.episode().id());
        var before = Column.of("timestamptz", foldRequests, FoldRequest::before);
        sql.each(NEWEST, row -> found.put(row.uuid("id"), read(row)), ids, before, knownAt, rules(policy));
        return found;
    }

    private static Checkpoint read(ResultRow row) {
        return new Checkpoint(
                row.instant("known_at"), row.number("observations"), StoredJson.read(row.text("chart"), Chart.class));
    }

    public static void save(Sql sql, List<EpisodeCheckpoint> kept, String policy) {
        sql.update(
                SAVE,
                Column.of("uuid", kept, EpisodeCheckpoint::episode),
                Column.of("timestamptz", kept, each -> each.checkpoint().chart().asOf()),
                Column.of("timestamptz", kept, each -> each.checkpoint().knownAt()),
                Column.of("text", kept, _ -> rules(policy)),
                Column.of("bigint", kept, each -> each.checkpoint().observations()),
                Column.of(
                        "jsonb",
                        kept,
                        each -> StoredJson.write(each.checkpoint().chart())));
    }

    /// Deletes the checkpoints that later knowledge has made wrong.
    public static void forget(Sql sql, List<FoldRequest> from) {
        if (from.isEmpty()) {
            return;
        }
        sql.update(
                """
                delete from checkpoint c
                using unnest(?::uuid[], ?::timestamptz[]) as want (id, since)
                where c.episode_id = want.id and c.as_of >= want.since
                """,
                Column.of("uuid", from, foldRequest -> foldRequest.episode().id()),
                Column.of("timestamptz", from, FoldRequest::before));
    }

    /// The checkpoints of an episode, newest first.
    public static List<CheckpointSummary> places(Sql sql, UUID episode) {
        return sql.list(
                "select as_of, observations from checkpoint where episode_id = ? order by as_of desc",
                row -> new CheckpointSummary(row.instant("as_of"), row.number("observations")),
                episode);
    }

    public static void drop(Sql sql, UUID episode, List<CheckpointSummary> places) {
        sql.update(
                "delete from checkpoint where episode_id = ? and as_of = any(?::timestamptz[])",
                episode,
                Column.of("timestamptz", places, CheckpointSummary::asOf));
    }
}
