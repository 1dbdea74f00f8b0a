package health.vigil.store;

import health.vigil.observation.Numbers;
import java.time.Instant;
import java.util.List;

/// The history of grades as JSON, as it was told.
public final class GradeHistories {
    /// With who corrected an admission, recorded an infusion, or joined or parted numbers, where that told it so. Who
    /// sees one of two patients is not told the number of the other, once they are parted.
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

    /// An index gives the changes of one number in order; those of several are sorted.
    private static final String OF_ONE = PAGE.replace("{patient}", "patient_id = (?::text[])[1]");

    private static final String OF_SEVERAL = PAGE.replace("{patient}", "patient_id = any(?::text[])");

    private GradeHistories() {}

    /// Which changes are wanted: those of a span of time, both ends included, after one that is known.
    ///
    /// @param after when that one was
    /// @param number of that one
    public record WantedChanges(Instant from, Instant to, Instant after, long number, int rows) {}

    /// The oldest first.
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
