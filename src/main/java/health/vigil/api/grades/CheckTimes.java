package health.vigil.api.grades;

import health.vigil.store.EpisodeReport;
import health.vigil.store.Observations;
import health.vigil.store.Sql;
import java.time.Instant;
import java.util.Optional;

/// When a patient was last checked, as it was known then.
final class CheckTimes {
    private static final String NEWEST = "select effective_at from observation where patient_id = ?"
            + " and effective_at >= ? and effective_at <= ? and received_at <= ?"
            + " and (retracted_at is null or retracted_at > ?) and graded and ";
    private static final String NEWEST_FIRST = " order by effective_at desc limit 1";
    private static final String VITAL_SIGNS = NEWEST + "kind = 'vital-signs'" + NEWEST_FIRST;
    /// A patient who cannot be tested was looked at all the same.
    private static final String NEURO_CHECK = NEWEST
            + "kind = 'neuro-check' and jsonb_exists_any(content, array['ice', 'capd', 'notTestable'])"
            + NEWEST_FIRST;

    private CheckTimes() {}

    static Checks.Done of(Sql sql, String patientId, EpisodeReport report, Optional<Instant> knownAt) {
        return new Checks.Done(
                report.infusedAt(),
                newest(sql, VITAL_SIGNS, patientId, report, knownAt),
                newest(sql, NEURO_CHECK, patientId, report, knownAt));
    }

    private static Optional<Instant> newest(
            Sql sql, String query, String patientId, EpisodeReport report, Optional<Instant> knownAt) {
        var known = knownAt.orElse(Observations.EVER);
        return sql.first(
                query, row -> row.instant("effective_at"), patientId, report.infusedAt(), report.at(), known, known);
    }
}
