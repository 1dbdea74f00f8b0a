package health.vigil.store;

import health.vigil.exchange.BusinessId;
import health.vigil.exchange.StatementStatus;
import health.vigil.observation.Kind;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import health.vigil.observation.Word;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads observations as FHIR gives them out: retracted ones too, each with who entered it.
public final class FhirObservations {
    /// What is read of each row `o`.
    static final String COLUMNS = """
            o.id, o.sender, o.patient_id, o.effective_at, o.received_at, o.kind, o.content::text as content,
            o.device_id, o.entered_by, coalesce(o.entered_from <> 'vigil.observations', true) or o.entered_by is null as verified,
            o.retracted_at, coalesce(o.last_updated, o.received_at) as updated_at, patient_of(o.patient_id) as subject,
            case when o.retracted_at is not null then (
                select r.content->>'reason'
                from retraction w join observation r
                    on r.patient_id = w.patient_id and r.id = w.retraction_id and r.kind = 'retraction'
                where w.target_id = o.id and coalesce(w.target_sender, o.sender) = o.sender
                order by w.received_at limit 1) end as withdrawn_because,
            (select s.business_id from source_entry s where s.key = o.source_key) as source_id,
            (select r.status
                from source_entry s join source_revision r on r.key = s.key and r.revision = s.standing
                where s.key = o.source_key and not exists (
                    select from jsonb_each(r.parts) part
                    where part.value->>'observation' = o.id
                        and part.value->>'standingHash' is distinct from part.value->>'hash')) as source_status
            """;

    /// The rows of each patient come in order from an index; few of each are read. Rare kinds have an index of
    /// their own, which the first condition on the kind lets the planner use.
    private static final String PAGE = """
            select {columns}
            from unnest(?::text[], ?::timestamptz[], ?::timestamptz[]) as asked (patient, since, upto)
                cross join lateral (
                    select * from observation
                    where patient_id = asked.patient and effective_at >= asked.since and effective_at <= asked.upto
                        and moved_at is null and {kinds} and kind = any(?)
                        and (kind <> 'vital-signs' or jsonb_exists_any(content, ?::text[]))
                        and (retracted_at is null) = any(?::boolean[]) and (?::text is null or sender = ?)
                        and (effective_at, id, sender) {from} (?, ?, ?)
                    order by effective_at {order}, id {order}, sender {order} limit ?) o
            order by o.effective_at {order}, o.id {order}, o.sender {order} limit ?
            """.replace("{columns}", COLUMNS);

    private static final String BY_KEY = """
            select {columns}
            from unnest(?::text[]) as asked (key) join observation o
                on fhir_key(coalesce(o.entered_by, '(stream)'), o.id) = decode(asked.key, 'hex')
            where o.moved_at is null
            order by o.effective_at desc, o.id desc, o.sender desc
            """.replace("{columns}", COLUMNS);

    private static final String NAMED =
            "select id, sender from known_observation where id = any(?) and state = 'applied'";

    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

    /// A row.
    ///
    /// @param subject the number that stands for its patient
    /// @param verified whether its author was signed in, or it has none
    /// @param updatedAt when the row was last changed
    /// @param source the statement that it is a part of, if another system reported it
    public record FhirRow(
            Observation observation,
            PatientId subject,
            Optional<String> enteredBy,
            boolean verified,
            Optional<Instant> retractedAt,
            Optional<String> reason,
            Instant updatedAt,
            Optional<RowStatement> source) {}

    /// The statement of another system.
    ///
    /// @param id by what its sender recognises it
    /// @param status of the revision that stands. While a part of it is on its way, what stood for it has none
    public record RowStatement(BusinessId id, StatementStatus status) {}

    /// The time of a number that a reader may see, both ends included.
    public record NumberSpan(PatientId number, Instant from, Instant to) {}

    /// The row with which a page begins.
    public record RowPlace(Instant at, String id, String sender) {}

    /// What a reader asks for.
    ///
    /// @param fields the vital signs of which a row has at least one, by their fields
    /// @param standing whether rows that were not retracted, or retracted ones, are wanted
    /// @param sender the only sender whose rows are wanted
    public record WantedRows(
            List<NumberSpan> spans,
            Set<Kind> kinds,
            Set<String> fields,
            Set<Boolean> standing,
            Optional<String> sender,
            boolean newestFirst) {}

    private FhirObservations() {}

    /// The rows in order, from a place on; the row of the place is the first.
    public static List<FhirRow> page(Sql sql, WantedRows wanted, Optional<RowPlace> from, int rows) {
        if (wanted.spans().isEmpty() || wanted.kinds().isEmpty()) {
            return List.of();
        }
        var place = from.orElseGet(() -> new RowPlace(wanted.newestFirst() ? Observations.EVER : BEGINNING, "", ""));
        return sql.list(
                statement(wanted),
                FhirObservations::read,
                Column.texts(wanted.spans(), span -> span.number().value()),
                Column.of("timestamptz", wanted.spans(), NumberSpan::from),
                Column.of("timestamptz", wanted.spans(), NumberSpan::to),
                Column.texts(List.copyOf(wanted.kinds()), Kind::word),
                Column.texts(List.copyOf(wanted.fields()), field -> field),
                Column.of("boolean", List.copyOf(wanted.standing()), standing -> standing),
                wanted.sender(),
                wanted.sender(),
                place.at(),
                place.id(),
                place.sender(),
                rows,
                rows);
    }

    private static String statement(WantedRows wanted) {
        return PAGE.replace("{kinds}", wanted.kinds().contains(Kind.VITAL_SIGNS) ? "true" : "kind <> 'vital-signs'")
                .replace("{from}", wanted.newestFirst() ? "<=" : ">=")
                .replace("{order}", wanted.newestFirst() ? "desc" : "asc");
    }

    /// The rows with these keys, each of 40 hexadecimal digits; newest first.
    public static List<FhirRow> ofKeys(Sql sql, Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : sql.list(BY_KEY, FhirObservations::read, Column.texts(List.copyOf(keys), key -> key));
    }

    /// The applied observations of any sender with these ids.
    public static List<ObservationId> named(Sql sql, Collection<String> ids) {
        return sql.list(
                NAMED,
                row -> new ObservationId(new Sender(row.text("sender")), row.text("id")),
                Column.texts(List.copyOf(ids), id -> id));
    }

    static FhirRow read(ResultRow row) {
        return new FhirRow(
                Observations.read(row),
                new PatientId(row.text("subject")),
                row.optionalText("entered_by"),
                row.flag("verified"),
                row.optionalInstant("retracted_at"),
                row.optionalText("withdrawn_because"),
                row.instant("updated_at"),
                source(row));
    }

    private static Optional<RowStatement> source(ResultRow row) {
        return row.optionalText("source_status")
                .flatMap(status -> Word.of(StatementStatus.class, status))
                .map(status -> new RowStatement(new BusinessId(row.text("source_id")), status));
    }
}
