package health.vigil.store;

import health.vigil.grading.Syndrome;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import health.vigil.store.FhirObservations.NumberSpan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Reads the history of grades as FHIR gives it out.
public final class FhirGrades {
    /// What is read of each entry `g` of an episode `e`. Automatic grading that fails concerns the newest entry
    /// only.
    static final String COLUMNS = """
            g.number, g.episode_id, patient_of(g.patient_id) as subject, g.syndrome, g.at, g.previous, g.grade,
            g.known_at, coalesce(g.last_updated, g.known_at) as updated_at, g.superseded_at, g.superseded_by, g.rule_set, g.policy_version,
            case when g.superseded_at is null and not exists (
                select from grade_change newer
                where newer.episode_id = g.episode_id and newer.syndrome = g.syndrome and newer.superseded_at is null
                    and (newer.at, newer.number) > (g.at, g.number)) then e.grading_unavailable end as unavailable
            """;

    private static final String PAGE = """
            select {columns}
            from unnest(?::text[], ?::timestamptz[], ?::timestamptz[]) as asked (patient, since, upto)
                cross join lateral (
                    select * from grade_change
                    where patient_id = asked.patient and at >= asked.since and at <= asked.upto
                        and syndrome = any(?) and (superseded_at is null) = any(?::boolean[])
                        and (at, number) {after} (?, ?)
                    order by at {order}, number {order} limit ?) g
                join episode e on e.id = g.episode_id
            order by g.at {order}, g.number {order} limit ?
            """.replace("{columns}", COLUMNS);

    private static final String ONE = """
            select {columns}
            from grade_change g join episode e on e.id = g.episode_id
            where g.number = ?
            """.replace("{columns}", COLUMNS);

    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

    /// An entry.
    ///
    /// @param subject the number that stands for its patient
    /// @param unavailable why automatic grading fails, if this is the newest entry
    /// @param updatedAt when the row was last changed
    public record FhirGrade(
            long number,
            UUID episode,
            PatientId subject,
            Syndrome syndrome,
            Instant at,
            Optional<Integer> previous,
            Optional<Integer> grade,
            Instant knownAt,
            Optional<Instant> supersededAt,
            Optional<String> supersededBy,
            String ruleSet,
            String policyVersion,
            Optional<String> unavailable,
            Instant updatedAt) {}

    /// The entry before a page.
    public record GradePlace(Instant at, long number) {}

    /// What a reader asks for.
    ///
    /// @param standing whether entries that stand, or superseded ones, are wanted
    public record WantedGrades(
            List<NumberSpan> spans, Set<Syndrome> syndromes, Set<Boolean> standing, boolean newestFirst) {}

    private FhirGrades() {}

    /// The entries in order, after a place.
    public static List<FhirGrade> page(Sql sql, WantedGrades wanted, Optional<GradePlace> after, int rows) {
        if (wanted.spans().isEmpty() || wanted.syndromes().isEmpty()) {
            return List.of();
        }
        var place = after.orElseGet(() -> new GradePlace(wanted.newestFirst() ? Observations.EVER : BEGINNING, 0));
        return sql.list(
                PAGE.replace("{after}", wanted.newestFirst() ? "<" : ">")
                        .replace("{order}", wanted.newestFirst() ? "desc" : "asc"),
                FhirGrades::read,
                Column.texts(wanted.spans(), span -> span.number().value()),
                Column.of("timestamptz", wanted.spans(), NumberSpan::from),
                Column.of("timestamptz", wanted.spans(), NumberSpan::to),
                Column.texts(List.copyOf(wanted.syndromes()), Syndrome::word),
                Column.of("boolean", List.copyOf(wanted.standing()), standing -> standing),
                place.at(),
                place.number(),
                rows,
                rows);
    }

    public static Optional<FhirGrade> one(Sql sql, long number) {
        return sql.first(ONE, FhirGrades::read, number);
    }

    static FhirGrade read(ResultRow row) {
        return new FhirGrade(
                row.number("number"),
                row.uuid("episode_id"),
                new PatientId(row.text("subject")),
                Word.of(Syndrome.class, row.text("syndrome")).orElseThrow(),
                row.instant("at"),
                row.optionalNumber("previous").map(Long::intValue),
                row.optionalNumber("grade").map(Long::intValue),
                row.instant("known_at"),
                row.optionalInstant("superseded_at"),
                row.optionalText("superseded_by"),
                row.text("rule_set"),
                row.text("policy_version"),
                row.optionalText("unavailable"),
                row.instant("updated_at"));
    }
}
