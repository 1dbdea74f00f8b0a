package health.vigil.store;

import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Reads the alerts about patients as FHIR gives them out.
public final class FhirAlerts {
    /// What is read of each alert `a`: also its acknowledgements from the log, the entry of the history of grades
    /// that raised it, and who sent the observation that it names.
    private static final String COLUMNS = """
            a.id, a.patient_id, a.ward, patient_of(a.patient_id) as subject, a.type, a.priority, a.title, a.detail,
            a.raised_at, case when a.state = 'resolved' then coalesce(a.resolved_at, a.raised_at) end as resolved_at,
            a.resolution, coalesce(a.last_updated, a.raised_at) as updated_at, a.escalation_level, a.sequence, a.observation_id,
            (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                'by', e.alert->>'acknowledgedBy', 'at', e.alert->>'acknowledgedAt', 'note', e.alert->>'note'))
                order by e.sequence), '[]')
                from alert_event e where e.alert_id = a.id and e.event = 'acknowledged')::text as acknowledgements,
            (select g.number from grade_change g
                where g.episode_id = a.episode_id and g.syndrome = a.grade->>'syndrome'
                    and g.grade is not distinct from (a.grade->>'grade')::smallint and g.known_at <= a.raised_at
                order by g.at desc, g.number desc limit 1) as grade_number,
            (select k.sender from known_observation k
                where k.id = a.observation_id and k.patient_id = any((select numbers_of(a.patient_id))::text[])
                limit 1) as sender
            """;

    private static final String PAGE = """
            select {columns}
            from alert a
            where a.patient_id is not null and (?::text[] is null or a.patient_id = any(?::text[]))
                and (?::text[] is null or ward_fold(a.ward) = any(?::text[]))
                and (?::text[] is null or a.type = any(?::text[]))
                and a.raised_at >= ? and a.raised_at <= ?
                and {time} >= ? and {time} < ? and ({time}, a.id) {after} (?, ?)
            order by {time} {order}, a.id {order} limit ?
            """.replace("{columns}", COLUMNS);

    private static final String ONE = """
            select {columns}
            from alert a
            where a.id = ? and a.patient_id is not null
            """.replace("{columns}", COLUMNS);

    private static final String CHANGED = "coalesce(a.last_updated, a.raised_at)";

    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
    private static final UUID HIGHEST = new UUID(-1, -1);
    private static final UUID LOWEST = new UUID(0, 0);

    /// An alert.
    ///
    /// @param patient the number under which it was raised
    /// @param subject the number that stands for its patient
    /// @param acknowledgements a JSON array of who, when and why
    /// @param grade the number of the entry that raised it
    /// @param updatedAt when the row was last changed
    public record FhirAlert(
            UUID id,
            PatientId patient,
            PatientId subject,
            Optional<String> ward,
            String type,
            String priority,
            String title,
            String detail,
            Instant raisedAt,
            Optional<Instant> resolvedAt,
            Optional<String> resolution,
            int level,
            long sequence,
            String acknowledgements,
            Optional<Long> grade,
            Optional<ObservationId> observation,
            Instant updatedAt) {}

    /// What a reader asks for. An absent part does not limit the list.
    ///
    /// @param numbers the numbers of one patient
    /// @param wards the keys of the wards that the reader may see
    /// @param updates when they were last changed; if present, they come in this order, the oldest change first
    public record WantedAlerts(
            Optional<List<String>> numbers,
            Optional<Set<String>> wards,
            Optional<Set<String>> types,
            Instant from,
            Instant to,
            Optional<UpdateSpan> updates,
            boolean newestFirst) {}

    /// The alert before a page.
    public record AlertPlace(Instant at, UUID id) {}

    private FhirAlerts() {}

    /// The alerts in order, after a place.
    public static List<FhirAlert> page(Sql sql, WantedAlerts wanted, Optional<AlertPlace> after, int rows) {
        var place = after.orElseGet(() ->
                newestFirst(wanted) ? new AlertPlace(Observations.EVER, HIGHEST) : new AlertPlace(BEGINNING, LOWEST));
        var numbers = wanted.numbers().map(list -> Column.texts(list, number -> number));
        var wards = wanted.wards().map(FhirAlerts::texts);
        var types = wanted.types().map(FhirAlerts::texts);
        return sql.list(
                PAGE.replace("{time}", wanted.updates().isPresent() ? CHANGED : "a.raised_at")
                        .replace("{after}", newestFirst(wanted) ? "<" : ">")
                        .replace("{order}", newestFirst(wanted) ? "desc" : "asc"),
                FhirAlerts::read,
                numbers,
                numbers,
                wards,
                wards,
                types,
                types,
                wanted.from(),
                wanted.to(),
                wanted.updates().map(UpdateSpan::from).orElse(BEGINNING),
                wanted.updates().map(UpdateSpan::until).orElse(Observations.EVER),
                place.at(),
                place.id(),
                rows);
    }

    private static boolean newestFirst(WantedAlerts wanted) {
        return wanted.newestFirst() && wanted.updates().isEmpty();
    }

    private static Column texts(Set<String> texts) {
        return Column.texts(List.copyOf(texts), text -> text);
    }

    public static Optional<FhirAlert> one(Sql sql, UUID id) {
        return sql.first(ONE, FhirAlerts::read, id);
    }

    private static FhirAlert read(ResultRow row) {
        return new FhirAlert(
                row.uuid("id"),
                new PatientId(row.text("patient_id")),
                new PatientId(row.text("subject")),
                row.optionalText("ward"),
                row.text("type"),
                row.text("priority"),
                row.text("title"),
                row.text("detail"),
                row.instant("raised_at"),
                row.optionalInstant("resolved_at"),
                row.optionalText("resolution"),
                Math.toIntExact(row.number("escalation_level")),
                row.number("sequence"),
                row.text("acknowledgements"),
                row.optionalNumber("grade_number"),
                row.optionalText("sender")
                        .map(Sender::new)
                        .flatMap(sender -> row.optionalText("observation_id").map(id -> new ObservationId(sender, id))),
                row.instant("updated_at"));
    }
}
