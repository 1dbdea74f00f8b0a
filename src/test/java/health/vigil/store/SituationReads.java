package health.vigil.store;

import health.vigil.context.ContextPolicy;
import health.vigil.context.Situation;
import health.vigil.grading.Policy;
import health.vigil.history.Episode;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads the situation of a patient in both ways, for tests of other rooms.
public final class SituationReads {
    private final Database database;
    private final Situations situations;

    public SituationReads(Database database, ChartLoader charts, HospitalSettings hospital) {
        this.database = database;
        situations = new Situations(charts, Policy.DEFAULT, ContextPolicy.DEFAULT, hospital);
    }

    /// With the earlier grades from the record.
    public Situation recorded(PatientId patient, Instant at, Optional<Instant> knownAt) {
        return database.read(sql -> recorded(sql, patient, at, knownAt));
    }

    public Situation recorded(Sql sql, PatientId patient, Instant at, Optional<Instant> knownAt) {
        var query = QueryTime.of(sql, Optional.of(at), knownAt);
        return situations.of(sql, episode(sql, patient, query), query).situation();
    }

    /// By a fold of the whole episode.
    public Situation folded(PatientId patient, Instant at, Optional<Instant> knownAt) {
        return database.read(sql -> {
            var query = QueryTime.of(sql, Optional.of(at), knownAt);
            return situations
                    .folded(sql, episode(sql, patient, query), query, _ -> {})
                    .graded()
                    .situation();
        });
    }

    /// Whether the rule set and the policy in force have been in force since an instant.
    public static boolean unchangedSince(Sql sql, Instant since) {
        return PolicyTerms.unchangedSince(sql, since);
    }

    private static Episode episode(Sql sql, PatientId patient, QueryTime query) {
        return Optional.ofNullable(
                        Episodes.of(sql, List.of(patient), query.known()).get(patient))
                .orElseThrow()
                .getFirst();
    }
}
