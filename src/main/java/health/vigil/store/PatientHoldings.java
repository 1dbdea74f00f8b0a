package health.vigil.store;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Everything that is stored about a patient, under all numbers.
public final class PatientHoldings {
    /// One kind of stored data. Each `?` is the patient.
    private record RecordSection(String name, String query) {}

    /// The parts, in the order of the record.
    private static final List<RecordSection> PARTS = List.of(
            new RecordSection("episode", """
                    select (to_jsonb(t) - 'graded_to' - 'next_change_at')::text as line from episode t
                    where patient_id = any((select numbers_of(?))::text[])
                    order by infused_at
                    """),
            new RecordSection("baseline", """
                    select to_jsonb(t)::text as line from baseline t
                        join episode e on e.id = t.episode_id
                    where e.patient_id = any((select numbers_of(?))::text[])
                    order by t.received_at
                    """),
            new RecordSection("episode-version", """
                    select to_jsonb(t)::text as line from episode_version t
                        join episode e on e.id = t.episode_id
                    where e.patient_id = any((select numbers_of(?))::text[])
                    order by t.received_at
                    """),
            new RecordSection("observation", """
                    select to_jsonb(t)::text as line from observation t
                    where patient_id = any((select numbers_of(?))::text[])
                    order by effective_at, id, sender
                    """),
            new RecordSection("grade", """
                    select grade_change_json(t)::text as line from grade_change t
                    where patient_id = any((select numbers_of(?))::text[])
                    order by number
                    """),
            new RecordSection("alert", """
                    select alert_json(t)::text as line from alert t
                    where patient_id = any((select numbers_of(?))::text[])
                    order by raised_at, id
                    """),
            new RecordSection("subscription-event", """
                    select (to_jsonb(t) || jsonb_build_object('owner', s.owner))::text as line
                    from fhir_event t join fhir_subscription s on s.id = t.subscription_id
                    where t.patient_id = any((select numbers_of(?))::text[])
                    order by t.at, t.subscription_id, t.number
                    """),
            new RecordSection("hl7-alarm", """
                    select to_jsonb(t)::text as line from hl7_alarm t
                    where patient_id = any((select numbers_of(?))::text[])
                    order by number
                    """),
            new RecordSection("protocol-answer", """
                    select to_jsonb(t)::text as line from protocol_answer t
                        join episode e on e.id = t.episode_id
                    where e.patient_id = any((select numbers_of(?))::text[])
                    order by t.answered_at, t.id
                    """),
            new RecordSection("discharge-tick", """
                    select to_jsonb(t)::text as line from discharge_tick t
                        join episode e on e.id = t.episode_id
                    where e.patient_id = any((select numbers_of(?))::text[])
                    order by t.ticked_at, t.id
                    """),
            new RecordSection("outpatient-watch", """
                    select to_jsonb(t)::text as line from outpatient_watch t
                        join episode e on e.id = t.episode_id
                    where e.patient_id = any((select numbers_of(?))::text[])
                    order by t.began_at, t.id
                    """),
            new RecordSection("journey", """
                    select (to_jsonb(t) - 'next_at')::text as line from journey t
                    where patient_id = any((select numbers_of(?))::text[])
                    order by created_at, id
                    """),
            new RecordSection("journey-entry", """
                    select (to_jsonb(t) - 'number')::text as line from journey_entry t
                        join journey j on j.id = t.journey_id
                    where j.patient_id = any((select numbers_of(?))::text[])
                    order by t.number
                    """),
            new RecordSection("statement", """
                    select (to_jsonb(r) || jsonb_build_object(
                        'key', encode(e.key, 'hex'), 'token', encode(r.token, 'hex'), 'sender', e.sender, 'type', e.type,
                        'businessId', e.business_id, 'stands', r.revision = e.standing))::text as line
                    from source_entry e join source_revision r on r.key = e.key
                    where e.patient_id = any((select numbers_of(?))::text[])
                    order by r.received_at, e.key, r.revision
                    """),
            new RecordSection("device-binding", """
                    select to_jsonb(t)::text as line from device_binding t
                    where patient_id = any((select numbers_of(?))::text[])
                    order by lower(valid)
                    """),
            new RecordSection("emergency-access", """
                    select to_jsonb(t)::text as line from emergency_access t
                    where patient_id = any((select numbers_of(?))::text[])
                    order by granted_at
                    """),
            new RecordSection("merge", """
                    select to_jsonb(t)::text as line from patient_merge t
                    where old_id = any((select numbers_of(?))::text[]) or into_id = any((select numbers_of(?))::text[])
                    order by asked_at
                    """),
            new RecordSection("stay", """
                    select (to_jsonb(t) - 'due_at')::text as line from stay t
                    where patient_id = any((select numbers_of(?))::text[])
                    order by received_at, id
                    """),
            new RecordSection("reported-merge", """
                    select (to_jsonb(t) - 'due_at')::text as line from reported_merge t
                    where old_id = any((select numbers_of(?))::text[]) or into_id = any((select numbers_of(?))::text[])
                    order by changed_at, id
                    """),
            new RecordSection("reported-infusion", """
                    select (to_jsonb(t) - 'due_at')::text as line from reported_infusion t
                    where patient_id = any((select numbers_of(?))::text[])
                    order by infused_at, key
                    """),
            new RecordSection("audit", """
                    select (to_jsonb(t) - 'shown')::text as line from audit t
                    where patient_id = any((select numbers_of(?))::text[]) or shown && (select numbers_of(?))::varchar[]
                    order by number
                    """));

    private static final String QUARANTINED = """
            select (to_jsonb(t) - 'key' - 'value' - 'sealed')::text as line, value, sealed from quarantine t
            where patient_id = any((select numbers_of(?))::text[])
            order by received_at, id
            """;

    private PatientHoldings() {}

    /// All data except quarantined records, row by row.
    ///
    /// @param row takes the name of the part and the row as JSON
    public static void each(Sql sql, String patient, BiConsumer<String, String> row) {
        PARTS.forEach(part -> sql.each(
                part.query(), found -> row.accept(part.name(), found.text("line")), arguments(part.query(), patient)));
    }

    private static Object[] arguments(String query, String patient) {
        int places = (int) query.chars().filter(character -> character == '?').count();
        return Collections.nCopies(places, patient).toArray();
    }

    /// The patient's records in quarantine, settled ones too.
    ///
    /// @param row takes the row as JSON, and the record as received, if it had a value
    public static void quarantined(Sql sql, String patient, BiConsumer<String, Optional<byte[]>> row) {
        var seal = Seal.configured();
        sql.each(
                QUARANTINED,
                found -> row.accept(
                        found.text("line"),
                        found.optionalBytes("value").map(value -> found.flag("sealed") ? seal.open(value) : value)),
                patient);
    }
}
