package health.vigil.store;

import health.vigil.grading.Syndrome;
import health.vigil.store.FhirGrades.FhirGrade;
import health.vigil.store.FhirGrades.GradePlace;
import health.vigil.store.FhirGrades.WantedGrades;
import health.vigil.store.FhirObservations.FhirRow;
import health.vigil.store.FhirObservations.NumberSpan;
import health.vigil.store.FhirObservations.RowPlace;
import health.vigil.store.FhirObservations.WantedRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads observations and grades in the order in which they were last changed, the oldest change first.
public final class FhirUpdates {
    /// The rows of a step. They are those of all patients, because one index serves every reader.
    private static final String STEP = """
            select *, {changed} as changed
            from observation
            where {changed} >= ? and {changed} < ? and ({changed}, id, sender) >= (?, ?, ?)
            order by {changed}, id, sender
            """.replace("{changed}", "coalesce(last_updated, received_at)");

    private static final String CHARTED = """
            with step as materialized ({step} limit ?)
            select {columns}
            from step o join unnest(?::text[], ?::timestamptz[], ?::timestamptz[]) as asked (patient, since, upto)
                on o.patient_id = asked.patient and o.effective_at >= asked.since and o.effective_at <= asked.upto
            where o.kind = any(?) and (o.kind <> 'vital-signs' or jsonb_exists_any(o.content, ?::text[]))
                and (o.retracted_at is null) = any(?::boolean[]) and (?::text is null or o.sender = ?)
            order by o.changed, o.id, o.sender
            """.replace("{step}", STEP).replace("{columns}", FhirObservations.COLUMNS);

    private static final String END =
            "select changed, id, sender from ({step} offset ? limit 2) o".replace("{step}", STEP);

    private static final String GRADES =
            """
            select {columns}
            from grade_change g
                join unnest(?::text[], ?::timestamptz[], ?::timestamptz[]) as asked (patient, since, upto)
                    on g.patient_id = asked.patient and g.at >= asked.since and g.at <= asked.upto
                join episode e on e.id = g.episode_id
            where {changed} >= ? and {changed} < ? and ({changed}, g.number) > (?, ?)
                and g.syndrome = any(?) and (g.superseded_at is null) = any(?::boolean[])
            order by {changed}, g.number limit ?
            """.replace("{columns}", FhirGrades.COLUMNS).replace("{changed}", "coalesce(g.last_updated, g.known_at)");

    private FhirUpdates() {}

    /// The rows of a step that are wanted.
    ///
    /// @param next the last row that was looked at, with which the next step begins; absent if it was the last one
    public record UpdateStep(List<FhirRow> rows, Optional<RowPlace> next) {
        public UpdateStep {
            rows = List.copyOf(rows);
        }
    }

    /// The changed rows from a place on, that of the place included. Also those that were moved to another patient:
    /// who may not read the other one would keep them.
    ///
    /// @param until an instant up to which all changes are visible
    /// @param rows how many rows the step looks at, 2 at least
    public static UpdateStep charted(Sql sql, WantedRows wanted, RowPlace from, Instant until, int rows) {
        var found = sql.list(
                CHARTED,
                FhirObservations::read,
                from.at(),
                until,
                from.at(),
                from.id(),
                from.sender(),
                rows,
                numbers(wanted.spans()),
                Column.of("timestamptz", wanted.spans(), NumberSpan::from),
                Column.of("timestamptz", wanted.spans(), NumberSpan::to),
                Column.texts(List.copyOf(wanted.kinds()), kind -> kind.word()),
                Column.texts(List.copyOf(wanted.fields()), field -> field),
                Column.of("boolean", List.copyOf(wanted.standing()), standing -> standing),
                wanted.sender(),
                wanted.sender());
        return new UpdateStep(found, next(sql, from, until, rows));
    }

    private static Optional<RowPlace> next(Sql sql, RowPlace from, Instant until, int rows) {
        var places = sql.list(
                END,
                row -> new RowPlace(row.instant("changed"), row.text("id"), row.text("sender")),
                from.at(),
                until,
                from.at(),
                from.id(),
                from.sender(),
                rows - 1);
        return places.size() > 1 ? Optional.of(places.getFirst()) : Optional.empty();
    }

    /// The changed entries of the history of grades after a place.
    ///
    /// @param until an instant up to which all changes are visible
    public static List<FhirGrade> grades(Sql sql, WantedGrades wanted, GradePlace after, Instant until, int rows) {
        return sql.list(
                GRADES,
                FhirGrades::read,
                numbers(wanted.spans()),
                Column.of("timestamptz", wanted.spans(), NumberSpan::from),
                Column.of("timestamptz", wanted.spans(), NumberSpan::to),
                after.at(),
                until,
                after.at(),
                after.number(),
                Column.texts(List.copyOf(wanted.syndromes()), Syndrome::word),
                Column.of("boolean", List.copyOf(wanted.standing()), standing -> standing),
                rows);
    }

    private static Column numbers(List<NumberSpan> spans) {
        return Column.texts(spans, span -> span.number().value());
    }
}
