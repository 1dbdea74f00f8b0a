package health.vigil.store;

import java.time.Instant;
import java.util.List;

/// Deletes everything that is stored about a patient. Alerts stay as facts about the ward, without the patient.
public final class PatientRemoval {
    private static final String OLD = """
            select patient_id from (
                select patient_of(patient_id) as patient_id, max(ended_at) as last from episode
                group by patient_of(patient_id)
                having bool_and(status = 'ended')
                union all
                select patient_of(j.patient_id), max(t.recorded_at) from journey j join journey_entry t on t.journey_id = j.id
                where not exists (select from episode e where e.patient_id = any(numbers_of(j.patient_id)))
                group by patient_of(j.patient_id)
                having bool_and(j.state in ('closed', 'cancelled'))) as ended
            where last < ?
            order by last limit ?
            """;

    private static final List<String> OF_THE_PATIENT = List.of(
            "delete from observation where patient_id = ?",
            "delete from observation_identity where patient_id = ?",
            "delete from observation_namesake where patient_id = ?",
            "delete from retraction where patient_id = ?",
            "delete from grade_change where patient_id = ?",
            "delete from source_entry where patient_id = ?",
            "delete from vital_hour where patient_id = ?",
            "delete from vital_stale where patient_id = ?",
            "delete from device_binding where patient_id = ?",
            "delete from quarantine where patient_id = ?",
            "delete from emergency_access where patient_id = ?",
            "delete from patient_merge where ? in (old_id, into_id)",
            "delete from journey_entry where journey_id in (select id from journey where patient_id = ?)",
            "delete from journey where patient_id = ?",
            "delete from stay where patient_id = ?",
            "delete from reported_merge where ? in (old_id, into_id)",
            "delete from reported_infusion where patient_id = ?",
            "update webhook_delivery set patient_id = null where patient_id = ?",
            "update hl7_alarm set patient_id = null where patient_id = ?",
            "update account set patient_id = null where patient_id = ?",
            """
            update alert_event e
            set alert = e.alert - 'patientId' - 'episodeId' - 'bed' - 'detail' - 'grade' - 'observationId' - 'note'
            from alert a where a.id = e.alert_id and a.patient_id = ?
            """,
            """
            update alert
            set episode_id = null, patient_id = null, bed = null, note = null, grade = null, observation_id = null,
                detail = 'The record was removed', state = 'resolved',
                resolved_at = coalesce(resolved_at, clock_timestamp()), next_escalation_at = null
            where patient_id = ?
            """);

    private static final List<String> OF_THE_EPISODES = List.of(
            "delete from check_pause where episode_id::text = any(?)",
            "delete from protocol_answer where episode_id::text = any(?)",
            "delete from discharge_tick where episode_id::text = any(?)",
            "delete from outpatient_watch where episode_id::text = any(?)",
            "delete from checkpoint where episode_id::text = any(?)",
            "delete from baseline where episode_id::text = any(?)",
            "delete from timer where subject = any(?)",
            "delete from episode where id::text = any(?)");

    /// Both lock what every alert and every change of a grade needs, so they come last. Whoever numbers events has
    /// the row of the subscription before it writes them, so the row comes first here, too.
    private static final List<String> OF_SUBSCRIPTIONS = List.of("""
            update fhir_subscription s
            set patients = array_remove(s.patients, gone.id),
                filters = regexp_replace(s.filters::text,
                    '(?<![A-Za-z0-9.-])' || replace(gone.id, '.', '\\.') || '(?![A-Za-z0-9.-])', 'removed', 'g')::jsonb
            from (select ?::text as id) as gone
            where gone.id = any(s.patients)
            """, "delete from fhir_event where patient_id = ?");

    private PatientRemoval() {}

    /// Patients whose episodes all ended before an instant, or whose journeys all ended without one, and about
    /// whom nothing was received since, under any number.
    public static List<String> due(Sql sql, Instant before, int limit) {
        List<String> ended = sql.list(OLD, row -> row.text("patient_id"), before, limit);
        return ended.stream().filter(patient -> !heardOf(sql, patient, before)).toList();
    }

    private static boolean heardOf(Sql sql, String patient, Instant since) {
        return sql.first("""
                        select exists (
                            select from observation where patient_id = any(numbers_of(?)) and received_at >= ?)
                            or exists (
                                select from quarantine where patient_id = any(numbers_of(?)) and received_at >= ?)
                            or exists (
                                select from journey j join journey_entry t on t.journey_id = j.id
                                where j.patient_id = any(numbers_of(?)) and t.recorded_at >= ?) as heard
                        """, row -> row.flag("heard"), patient, since, patient, since, patient, since)
                .orElse(false);
    }

    /// Deletes the patient in the caller's transaction. The patient's episodes are locked, so that none can become
    /// active again meanwhile.
    public static void of(Sql sql, String patient) {
        // A course of two weeks has a million readings.
        sql.update("set local statement_timeout = '10min'");
        List<String> numbers = sql.list("select unnest(numbers_of(?)) as number", row -> row.text("number"), patient);
        numbers.forEach(number -> ofNumber(sql, number));
        OF_SUBSCRIPTIONS.forEach(statement -> numbers.forEach(number -> sql.update(statement, number)));
    }

    private static void ofNumber(Sql sql, String patient) {
        var episodes =
                sql.list("select id from episode where patient_id = ? for update", row -> row.uuid("id"), patient);
        OF_THE_PATIENT.forEach(statement -> sql.update(statement, patient));
        var ids = Column.of("text", episodes, id -> id);
        OF_THE_EPISODES.forEach(statement -> sql.update(statement, ids));
    }
}
