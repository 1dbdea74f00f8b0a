package health.vigil.store;

import health.vigil.history.Episode;
import health.vigil.observation.Attribution;
import health.vigil.observation.Observation;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What clinicians entered about a patient's observations, as it was known at an instant.
///
/// @param attributions those that nobody has withdrawn
/// @param newest when the last attribution or retraction was received
record ClinicalEntries(List<Observation> attributions, Instant newest) {
    static final ClinicalEntries NONE = new ClinicalEntries(List.of(), Instant.EPOCH);

    private static final String SELECT = "select " + Observations.COLUMNS
            + ", kind = 'attribution' and (retracted_at is null or retracted_at > ?) as acts from observation"
            + " where patient_id = any(?) and kind in ('attribution', 'retraction') and received_at <= ?";

    static Map<PatientId, ClinicalEntries> of(Sql sql, Collection<PatientId> patients, Instant knownAt) {
        var found = new HashMap<PatientId, ClinicalEntries>();
        var ids = Column.texts(List.copyOf(patients), PatientId::value);
        sql.each(SELECT, row -> add(found, row), knownAt, ids, knownAt);
        return found;
    }

    private static void add(Map<PatientId, ClinicalEntries> found, ResultRow row) {
        var entry = Observations.read(row);
        found.merge(
                entry.patientId(),
                new ClinicalEntries(row.flag("acts") ? List.of(entry) : List.of(), entry.receivedAt()),
                ClinicalEntries::and);
    }

    private ClinicalEntries and(ClinicalEntries more) {
        var all = new ArrayList<>(attributions);
        all.addAll(more.attributions);
        return new ClinicalEntries(all, newest.isAfter(more.newest) ? newest : more.newest);
    }

    /// Those that belong to an episode, by their own time or by the interval they name.
    List<Observation> attributionsOf(Episode episode) {
        return attributions.stream()
                .filter(entry -> episode.owns(entry.effectiveAt()) || episode.owns(from(entry)))
                .toList();
    }

    private static Instant from(Observation entry) {
        return ((Attribution) entry.content()).from();
    }
}
