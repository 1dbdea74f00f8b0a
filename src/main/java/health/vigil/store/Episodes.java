package health.vigil.store;

import health.vigil.history.Episode;
import health.vigil.history.Ownership;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Episodes as grading reads them.
public final class Episodes {
    /// The episodes under all numbers of each patient, as known at an instant. Each has the version of the
    /// admission facts known then, or else the first version. Episodes that were admitted later or voided by then
    /// are left out; if none remains, all episodes that are not voided are returned.
    private static final String SELECT = """
            %s
            select n.asked, array_to_string(n.numbers, ' ') as numbers, e.id, e.patient_id, e.birth_date, e.birth_date_given, e.infused_at, e.weight_kg, e.infusions::text,
                e.ward, e.bed, e.admitted_at, e.ended_at, e.graded_to, e.rules_graded_to, e.grading_unavailable,
                v.content as known, greatest(v.received_at, n.changed_at) as known_since
            from numbered n cross join (select known from standing limit 1) t join lateral (
                select stay.*, bool_or(known_then) over () as any_known
                from (
                    select *, admitted_at <= t.known and coalesce(voided_at > t.known, true) as known_then from episode
                    where patient_id = any(n.numbers)) stay
                ) e on e.known_then or (e.voided_at is null and not e.any_known) left join lateral (
                select content, received_at from episode_version where episode_id = e.id
                order by received_at <= ? desc, case when received_at <= ? then received_at end desc, received_at
                limit 1) v on true
            order by n.asked, e.admitted_at, e.infused_at
            """.formatted(PatientNumbers.AS_KNOWN);

    private static final String LOCK = """
            %s
            select id from episode where patient_id in (select unnest(numbers) from numbered)
            order by id for no key update
            """.formatted(PatientNumbers.AS_KNOWN);

    private Episodes() {}

    /// The episodes of some patients, each patient's in order of admission. A patient who is asked for under
    /// several numbers is returned under each of them.
    public static Map<PatientId, List<Episode>> of(Sql sql, Collection<PatientId> patients) {
        return of(sql, patients, Observations.EVER);
    }

    /// The episodes as they were known at a time.
    public static Map<PatientId, List<Episode>> of(Sql sql, Collection<PatientId> patients, Instant knownAt) {
        var rows = sql
                .list(SELECT, AskedEpisode::read, PatientNumbers.arguments(patients, knownAt, knownAt, knownAt))
                .stream()
                .collect(Collectors.groupingBy(
                        AskedEpisode::asked, Collectors.mapping(AskedEpisode::facts, Collectors.toList())));
        var found = new HashMap<PatientId, List<Episode>>();
        rows.forEach((patient, facts) -> found.put(patient, episodes(facts)));
        return found;
    }

    /// @param asked the number that was asked for
    private record AskedEpisode(PatientId asked, EpisodeFacts facts) {
        static AskedEpisode read(ResultRow row) {
            return new AskedEpisode(new PatientId(row.text("asked")), EpisodeFacts.read(row));
        }
    }

    private static List<Episode> episodes(List<EpisodeFacts> ofPatient) {
        var own = Ownership.of(ofPatient.stream().map(EpisodeFacts::stay).toList());
        return ofPatient.stream()
                .map(facts ->
                        facts.episode(Optional.ofNullable(own.get(facts.id())).orElseThrow()))
                .toList();
    }

    /// The episodes, locked against other graders and moves until the transaction ends. Rows are locked in
    /// order of id, which avoids deadlocks.
    public static Map<PatientId, List<Episode>> lock(Sql sql, Collection<PatientId> patients) {
        sql.list(LOCK, row -> row.uuid("id"), PatientNumbers.arguments(patients, Observations.EVER));
        return of(sql, patients);
    }

    /// The patient's episode that owns a time.
    public static Optional<Episode> at(List<Episode> episodes, Instant instant) {
        return episodes.stream().filter(episode -> episode.owns(instant)).findFirst();
    }

    /// How far the history of an episode has been written, and when a grade will change by itself.
    public record GradingState(
            Episode episode, Instant to, Optional<Instant> nextChange, Optional<String> unavailable) {}

    public static void graded(Sql sql, List<GradingState> graded) {
        sql.update(
                """
                update episode e
                set graded_to = greatest(e.graded_to, now.graded_to),
                    rules_graded_to = greatest(e.graded_to, now.graded_to), next_change_at = now.next_change_at,
                    grading_unavailable = now.unavailable
                from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::text[])
                    as now (id, graded_to, next_change_at, unavailable)
                where e.id = now.id
                """,
                Column.of("uuid", graded, each -> each.episode().id()),
                Column.of("timestamptz", graded, GradingState::to),
                Column.of("timestamptz", graded, GradingState::nextChange),
                Column.of("text", graded, GradingState::unavailable));
    }

    /// Marks an episode as not gradable, until a person has settled the failing observations.
    public static void unavailable(Sql sql, Episode episode, String reason) {
        sql.update("update episode set grading_unavailable = ? where id = ?", reason, episode.id());
    }

    /// The episodes with these ids and all other episodes of the same patients, locked.
    public static Map<PatientId, List<Episode>> lockPatientsOf(Sql sql, List<UUID> episodes) {
        var patients = sql.list(
                "select distinct patient_id from episode where id = any(?::uuid[])",
                row -> new PatientId(row.text("patient_id")),
                Column.of("uuid", episodes, id -> id));
        return lock(sql, patients);
    }

    /// An active episode.
    ///
    /// @param patient the number that stands for the patient
    public record WatchedEpisode(UUID id, PatientId patient) {}

    public static List<WatchedEpisode> watched(Sql sql) {
        return sql.list(
                "select id, patient_of(patient_id) as patient_id from episode where status = 'active'",
                row -> new WatchedEpisode(row.uuid("id"), new PatientId(row.text("patient_id"))));
    }

    /// The active episodes whose history other rules wrote last.
    public static List<WatchedEpisode> gradedByOtherRules(Sql sql) {
        return sql.list("""
                select id, patient_of(patient_id) as patient_id from episode
                where status = 'active' and graded_to is distinct from rules_graded_to
                """, row -> new WatchedEpisode(row.uuid("id"), new PatientId(row.text("patient_id"))));
    }
}
