package health.vigil.store;

import health.vigil.history.Episode;
import health.vigil.observation.Attribution;
import health.vigil.observation.Numbers;
import health.vigil.observation.Observation;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Clinicians' entries about a patient's observations, as known at a time.
///
/// @param attributions those that are not retracted, in the order in which they were received
/// @param newest when the last attribution or retraction was received, or an observation withdrawn otherwise: it
///     was corrected or moved to another patient
record ClinicalEntries(List<Observation> attributions, Instant newest) {
    static final ClinicalEntries NONE = new ClinicalEntries(List.of(), Instant.EPOCH);

    private static final String SELECT = """
            select %s, n.ord, kind = 'attribution' and (retracted_at is null or retracted_at > ?) as acts
            from unnest(?::text[], ?::int[]) as n (number, ord)
                join observation on patient_id = n.number
            where kind in ('attribution', 'retraction') and received_at <= ?
            order by n.ord, received_at, id, sender
            """.formatted(Observations.COLUMNS);

    private static final String WITHDRAWN = """
            select n.ord, max(last) as last
            from unnest(?::text[], ?::int[]) as n (number, ord)
                cross join lateral (
                    select max(retracted_at) as last from observation
                    where patient_id = n.number and retracted_at is not null and retracted_at <= ?) o
            group by n.ord
            """;

    /// @param number the number that stands for the patient at this index of a list
    private record ListedNumber(PatientId number, int ord) {}

    static Map<Numbers, ClinicalEntries> of(Sql sql, List<Numbers> patients, Instant knownAt) {
        var found = new HashMap<Numbers, ClinicalEntries>();
        var places = IntStream.range(0, patients.size())
                .boxed()
                .flatMap(ord -> patients.get(ord).all().stream().map(number -> new ListedNumber(number, ord)))
                .toList();
        var numbers = Column.texts(places, place -> place.number().value());
        var ords = Column.of("int", places, ListedNumber::ord);
        sql.each(
                SELECT, row -> add(found, patients.get((int) row.number("ord")), row), knownAt, numbers, ords, knownAt);
        sql.each(
                WITHDRAWN,
                row -> row.optionalInstant("last")
                        .ifPresent(last -> found.merge(
                                patients.get((int) row.number("ord")),
                                new ClinicalEntries(List.of(), last),
                                ClinicalEntries::and)),
                numbers,
                ords,
                knownAt);
        return found;
    }

    private static void add(Map<Numbers, ClinicalEntries> found, Numbers patient, ResultRow row) {
        var entry = Observations.read(row);
        found.merge(
                patient,
                new ClinicalEntries(row.flag("acts") ? List.of(entry) : List.of(), entry.receivedAt()),
                ClinicalEntries::and);
    }

    private ClinicalEntries and(ClinicalEntries more) {
        var all = new ArrayList<>(attributions);
        all.addAll(more.attributions);
        return new ClinicalEntries(all, newest.isAfter(more.newest) ? newest : more.newest);
    }

    /// The attributions that belong to an episode, by their own time or by the interval that they name.
    List<Observation> attributionsOf(Episode episode) {
        return attributions.stream()
                .filter(entry -> episode.owns(entry.effectiveAt()) || episode.owns(from(entry)))
                .toList();
    }

    private static Instant from(Observation entry) {
        return ((Attribution) entry.content()).from();
    }
}
