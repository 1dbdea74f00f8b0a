package health.vigil.store;

import health.vigil.alert.BedsideFacts;
import health.vigil.alert.BedsideFacts.GivenDrug;
import health.vigil.alert.BedsideFacts.Neutrophils;
import health.vigil.observation.Drug;
import health.vigil.observation.Kind;
import health.vigil.observation.LabResult;
import health.vigil.observation.Medication;
import health.vigil.observation.Numbers;
import health.vigil.observation.Observation;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads facts that alert texts mention besides grades: drugs that can mask a fever, and neutrophils.
public final class ChartedFacts {
    private static final String CHARTED = """
            select %s from observation
            where patient_id = any(?) and kind = any(?) and effective_at >= ? and graded and retracted_at is null
                and (content->>'drug' = any(?) or content->>'analyte' = 'neutrophils')
            order by effective_at, id, sender
            """.formatted(Observations.COLUMNS);

    private static final List<Kind> KINDS = List.of(Kind.MEDICATION, Kind.LAB_RESULT);

    private static final List<Drug> HIDING = Arrays.stream(Drug.values())
            .filter(drug -> drug.effect() != Drug.Effect.NONE)
            .toList();

    private ChartedFacts() {}

    /// Reads the facts of several patients in one statement.
    ///
    /// @param since the time of the earliest news about any of them
    public static Map<Numbers, BedsideFacts> of(Sql sql, Collection<Numbers> patients, Instant since) {
        var charted = new HashMap<Numbers, List<Observation>>();
        sql.each(
                CHARTED,
                row -> {
                    var observation = Observations.read(row);
                    patients.stream()
                            .filter(patient -> patient.include(observation.patientId()))
                            .forEach(patient -> charted.computeIfAbsent(patient, _ -> new ArrayList<>())
                                    .add(observation));
                },
                Column.texts(
                        patients.stream()
                                .flatMap(patient -> patient.all().stream())
                                .toList(),
                        PatientId::value),
                Column.texts(KINDS, Kind::word),
                since.minus(BedsideFacts.WINDOW),
                Column.texts(HIDING, Drug::word));
        var facts = new HashMap<Numbers, BedsideFacts>();
        charted.forEach((patient, observations) -> facts.put(patient, facts(observations)));
        return facts;
    }

    private static BedsideFacts facts(List<Observation> charted) {
        var given = new ArrayList<GivenDrug>();
        var neutrophils = Optional.<Neutrophils>empty();
        for (var observation : charted) {
            var at = observation.effectiveAt();
            if (observation.content() instanceof Medication medication) {
                given.add(new GivenDrug(medication.drug(), at));
            } else if (observation.content() instanceof LabResult result) {
                neutrophils = Optional.of(new Neutrophils(result.value(), result.unit(), at));
            }
        }
        return new BedsideFacts(given, neutrophils);
    }
}
