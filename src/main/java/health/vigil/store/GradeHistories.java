package health.vigil.store;

import health.vigil.observation.Numbers;
import java.time.Instant;
import java.util.List;

/// Reads the history of grades as JSON, as people saw it.
public final class GradeHistories {
    /// The entries, each with the user who corrected an admission, recorded an infusion, merged numbers or undid a
    /// merge, if that caused it. After a merge is undone, a reader of one patient does not see the other's number.
    private static final String PAGE = """
        select (grade_change_json(g) || coalesce((
            select jsonb_build_object(v.cause, jsonb_strip_nulls(jsonb_build_object(
                'by', v.entered_by, 'at', instant_json(v.received_at), 'reason', v.reason)))
            from episode_version v
            where v.episode_id = g.episode_id and v.cause <> 'admission' and v.received_at <= g.known_at
                and (g.cause = v.cause or v.received_at = g.known_at)
            order by v.received_at desc limit 1), '{}') || coalesce((
            select jsonb_build_object('merge', jsonb_build_object(
                'takenBack', m.ended_at is not distinct from g.known_at,
                'by', case when m.ended_at is not distinct from g.known_at then m.end_asked_by else m.asked_by end,
                'at', instant_json(g.known_at))
                || case when m.ended_at is null
                    then jsonb_build_object('old', m.old_id, 'into', m.into_id, 'reason', m.reason)
                    else '{}' end)
            from patient_merge m
            where g.known_at in (m.known_at, m.ended_at)
                and (m.old_id = g.patient_id or m.into_id = patient_of(g.patient_id))
            limit 1), '{}') || jsonb_strip_nulls(jsonb_build_object(
                'patientId', standing.patient, 'sentAs', nullif(g.patient_id, standing.patient),
                'amended', g.amendment or g.superseded_at is not null)))::text as entry
        from grade_change g, (select ?::text as patient) as standing
        where {patient} and at >= ? and at <= ? and (at, number) > (?, ?) order by at, number limit ?
        """;

    /// For one number the index returns the changes in order. Those of several numbers must be sorted.
    private static final String OF_ONE = PAGE.replace("{patient}", "patient_id = (?::text[])[1]");

    private static final String OF_SEVERAL = PAGE.replace("{patient}", "patient_id = any(?::text[])");

    private GradeHistories() {}

    /// A request for changes: those in a span of time, both ends included, that follow a known change.
    ///
    /// @param after the time of the known change
    /// @param number the number of the known change
    public record WantedChanges(Instant from, Instant to, Instant after, long number, int rows) {}

    /// The changes, oldest first.
    public static List<String> of(Sql sql, Numbers patient, WantedChanges wanted) {
        return sql.list(
                patient.all().size() == 1 ? OF_ONE : OF_SEVERAL,
                row -> row.text("entry"),
                patient.patient().value(),
                PatientNumbers.column(patient),
                wanted.from(),
                wanted.to(),
                wanted.after(),
                wanted.number(),
                wanted.rows());
    }
}
