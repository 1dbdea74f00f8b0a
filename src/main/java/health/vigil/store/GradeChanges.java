package health.vigil.store;

import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Policy;
import health.vigil.grading.Syndrome;
import health.vigil.history.Episode;
import health.vigil.history.FoldRequest;
import health.vigil.history.RecordedChange;
import health.vigil.observation.ObservationId;
import health.vigil.observation.Word;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// The recorded history of grades. Changes are never deleted; those that later knowledge contradicts are
/// marked as superseded.
public final class GradeChanges {
    private static final String TOLD = """
            select g.number, g.episode_id, g.syndrome, g.at, g.previous, g.grade
            from unnest(?::uuid[], ?::timestamptz[]) as want (id, since)
                join grade_change g on g.episode_id = want.id and g.superseded_at is null and g.at >= want.since
            """;

    private static final String NOT_SUPERSEDED = """
            select number, episode_id, syndrome, at, previous, grade from grade_change
            where episode_id = ? and superseded_at is null and at <= ?
            order by at, number
            """;

    /// Writes the changes together with their messages for the topic of grades.
    private static final String ADD = """
            with added as (
                insert into grade_change (episode_id, patient_id, syndrome, at, previous, grade, cause,
                    observation_id, known_at, amendment, amended_by, rule_set, policy_version)
                select episode_id, patient_id, syndrome, at, previous, grade, cause, observation_id, known_at,
                    amendment, amended_by, ?, policy_version
                from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::smallint[], ?::smallint[],
                    ?::text[], ?::text[], ?::timestamptz[], ?::boolean[], ?::text[], ?::text[]) with ordinality
                    as new (episode_id, patient_id, syndrome, at, previous, grade, cause, observation_id, known_at,
                        amendment, amended_by, policy_version, ord)
                order by ord returning *),
            sent as (
                insert into outbox (topic, key, value)
                select 'vigil.grades', a.patient_id, grade_change_json(a)::text from added a
                order by a.number)
            select number from added order by number
            """;

    private static final String BEFORE = """
            select want.id, s.syndrome, g.grade
            from unnest(?::uuid[], ?::timestamptz[]) as want (id, turn)
                cross join (values ('crs'), ('icans')) as s (syndrome)
                cross join lateral (
                    select grade from grade_change
                    where episode_id = want.id and syndrome = s.syndrome and superseded_at is null and at < want.turn
                    order by at desc, number desc limit 1) g
            """;

    private static final String SUPERSEDE = """
            with withdrawn as (
                update grade_change set superseded_at = ?, superseded_by = want.by
                from unnest(?::bigint[], ?::text[]) as want (number, by)
                where grade_change.number = want.number returning grade_change as change)
            insert into outbox (topic, key, value)
            select 'vigil.grades', (w.change).patient_id, grade_change_json(w.change)::text
            from withdrawn w
            order by (w.change).number
            """;

    /// A change to record.
    ///
    /// @param cause `observation`, `time`, `baseline`, `policy` or `rules`
    /// @param policyVersion the policy that it was graded with
    /// @param knownAt since when it is recorded
    /// @param amendment whether it changed the recorded history
    public record NewChange(
            Episode episode,
            GradeChange change,
            String cause,
            String policyVersion,
            Instant knownAt,
            Amendment amendment) {}

    /// Whether a change amends the recorded history, and the entry that caused it, if any.
    public record Amendment(boolean amends, Optional<ObservationId> by) {}

    /// A recorded change that is superseded.
    public record SupersededChange(RecordedChange recorded, Optional<ObservationId> by) {}

    private GradeChanges() {}

    /// The recorded changes from a time on.
    public static List<RecordedChange> recorded(Sql sql, List<FoldRequest> since) {
        return sql.list(
                TOLD,
                GradeChanges::read,
                Column.of("uuid", since, foldRequest -> foldRequest.episode().id()),
                Column.of("timestamptz", since, FoldRequest::before));
    }

    /// The changes of an episode up to a time that are not superseded, in order of time, without their causes.
    static List<GradeChange> notSuperseded(Sql sql, UUID episode, Instant until) {
        return sql.list(NOT_SUPERSEDED, GradeChanges::read, episode, until).stream()
                .map(change -> new GradeChange(
                        change.syndrome(), change.at(), change.previous(), change.grade(), Optional.empty()))
                .toList();
    }

    private static RecordedChange read(ResultRow row) {
        return new RecordedChange(
                row.number("number"),
                row.uuid("episode_id"),
                Word.of(Syndrome.class, row.text("syndrome")).orElseThrow(),
                row.instant("at"),
                grade(row.optionalNumber("previous")),
                grade(row.optionalNumber("grade")));
    }

    /// The last recorded grades of an episode before a time.
    ///
    /// @param turns the time for each episode
    public static Map<UUID, Map<Syndrome, Grade>> before(Sql sql, Map<UUID, Instant> turns) {
        var found = new HashMap<UUID, Map<Syndrome, Grade>>();
        if (turns.isEmpty()) {
            return found;
        }
        var episodes = List.copyOf(turns.entrySet());
        episodes.forEach(episode -> found.put(episode.getKey(), new EnumMap<>(Syndrome.class)));
        sql.each(
                BEFORE,
                row -> Optional.ofNullable(found.get(row.uuid("id")))
                        .ifPresent(grades -> grades.put(
                                Word.of(Syndrome.class, row.text("syndrome")).orElseThrow(),
                                grade(row.optionalNumber("grade")))),
                Column.of("uuid", episodes, Map.Entry::getKey),
                Column.of("timestamptz", episodes, Map.Entry::getValue));
        return found;
    }

    private static Grade grade(Optional<Long> number) {
        return number.map(known -> Grade.of(known.intValue())).orElse(Grade.UNKNOWN);
    }

    /// Records changes.
    ///
    /// @return their numbers
    public static List<Long> add(Sql sql, List<NewChange> added) {
        if (added.isEmpty()) {
            return List.of();
        }
        sql.announce();
        return sql.list(
                ADD,
                row -> row.number("number"),
                Policy.RULE_SET,
                Column.of("uuid", added, each -> each.episode().id()),
                Column.of("text", added, each -> each.episode().patient()),
                Column.of("text", added, each -> each.change().syndrome()),
                Column.of("timestamptz", added, each -> each.change().at()),
                number(added, each -> each.change().from()),
                number(added, each -> each.change().to()),
                Column.of("text", added, NewChange::cause),
                Column.of("text", added, each -> each.change().cause()),
                Column.of("timestamptz", added, NewChange::knownAt),
                Column.of("boolean", added, each -> each.amendment().amends()),
                Column.of("text", added, each -> each.amendment().by()),
                Column.texts(added, NewChange::policyVersion));
    }

    private static Column number(List<NewChange> added, Function<NewChange, Grade> grade) {
        return Column.of("smallint", added, each -> {
            var number = grade.apply(each).number();
            return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
        });
    }

    public static void withdraw(Sql sql, List<SupersededChange> withdrawn, Instant at) {
        if (withdrawn.isEmpty()) {
            return;
        }
        sql.announce();
        sql.update(
                SUPERSEDE,
                at,
                Column.of("bigint", withdrawn, each -> each.recorded().number()),
                Column.of("text", withdrawn, SupersededChange::by));
    }
}
