package health.vigil.store;

import health.vigil.history.Episode;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Episodes as grading reads them.
public final class Episodes {
    private static final String COLUMNS = "select id, patient_id, birth_date, infused_at, ward, bed, admitted_at,"
            + " graded_to, rules_graded_to, weight_kg, grading_unavailable, lag(id) over mine is null as first, lead(infused_at) over mine as ends_before"
            + " from episode where patient_id = any(?) window mine as (partition by patient_id order by infused_at, id)";

    private Episodes() {}

    /// All episodes of some patients, each patient's in order of infusion.
    public static Map<PatientId, List<Episode>> of(Sql sql, Collection<PatientId> patients) {
        var found = new HashMap<PatientId, List<Episode>>();
        sql.list(COLUMNS + " order by infused_at, id", Episodes::read, ids(patients))
                .forEach(episode -> found.computeIfAbsent(episode.patient(), _ -> new ArrayList<>())
                        .add(episode));
        return found;
    }

    /// The same, and nobody else grades or moves them until the transaction ends. Locked in order of id, so that two
    /// writers cannot wait for each other.
    public static Map<PatientId, List<Episode>> lock(Sql sql, Collection<PatientId> patients) {
        sql.list(
                "select id from episode where patient_id = any(?) order by id for no key update",
                row -> row.uuid("id"),
                ids(patients));
        return of(sql, patients);
    }

    /// The one of a patient's episodes that an instant belongs to.
    public static Optional<Episode> at(List<Episode> episodes, Instant instant) {
        return episodes.stream().filter(episode -> episode.owns(instant)).findFirst();
    }

    /// How far an episode's history has been told, and when a grade changes by itself.
    public record GradingState(
            Episode episode, Instant to, Optional<Instant> nextChange, Optional<String> unavailable) {}

    public static void graded(Sql sql, List<GradingState> graded) {
        sql.update(
                "update episode e set graded_to = greatest(e.graded_to, now.graded_to),"
                        + " rules_graded_to = greatest(e.graded_to, now.graded_to),"
                        + " next_change_at = now.next_change_at, grading_unavailable = now.unavailable"
                        + " from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::text[])"
                        + " as now (id, graded_to, next_change_at, unavailable) where e.id = now.id",
                Column.of("uuid", graded, each -> each.episode().id()),
                Column.of("timestamptz", graded, GradingState::to),
                Column.of("timestamptz", graded, GradingState::nextChange),
                Column.of("text", graded, GradingState::unavailable));
    }

    /// Automatic grading failed: a person has to grade until what failed is settled.
    public static void unavailable(Sql sql, Episode episode, String reason) {
        sql.update("update episode set grading_unavailable = ? where id = ?", reason, episode.id());
    }

    /// The episodes of these ids, and all others of the same patients.
    public static Map<PatientId, List<Episode>> lockPatientsOf(Sql sql, List<UUID> episodes) {
        var patients = sql.list(
                "select distinct patient_id from episode where id = any(?::uuid[])",
                row -> new PatientId(row.text("patient_id")),
                Column.of("uuid", episodes, id -> id));
        return lock(sql, patients);
    }

    /// An episode that people are watching.
    public record WatchedEpisode(UUID id, PatientId patient) {}

    public static List<WatchedEpisode> watched(Sql sql) {
        return sql.list(
                "select id, patient_id from episode where status = 'active'",
                row -> new WatchedEpisode(row.uuid("id"), new PatientId(row.text("patient_id"))));
    }

    /// Of those, the ones whose history a monitor of other rules has told last.
    public static List<WatchedEpisode> toldByOthers(Sql sql) {
        return sql.list(
                "select id, patient_id from episode where status = 'active' and graded_to is distinct from rules_graded_to",
                row -> new WatchedEpisode(row.uuid("id"), new PatientId(row.text("patient_id"))));
    }

    private static Column ids(Collection<PatientId> patients) {
        return Column.texts(List.copyOf(patients), PatientId::value);
    }

    private static Episode read(ResultRow row) {
        return new Episode(
                row.uuid("id"),
                new PatientId(row.text("patient_id")),
                row.date("birth_date"),
                row.instant("infused_at"),
                row.flag("first"),
                row.optionalInstant("ends_before"),
                row.text("ward"),
                row.text("bed"),
                row.optionalDecimal("weight_kg"),
                row.instant("admitted_at"),
                row.optionalInstant("graded_to"),
                row.optionalInstant("rules_graded_to"),
                row.optionalText("grading_unavailable"));
    }
}
