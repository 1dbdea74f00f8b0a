package health.vigil.store;

import health.vigil.observation.InfusionId;
import health.vigil.observation.PatientId;
import health.vigil.observation.VasopressorAgent;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds infusions of vasopressors that are changed although they were never started.
public final class UnstartedInfusions {
    /// `ord` is the position in the requested list, from 1.
    private static final String NEVER_STARTED = """
            select asked.ord
            from unnest(?::text[], ?::text[], ?::text[]) with ordinality as asked (patient_id, agent, infusion_id, ord)
            where not exists (
                select from observation o
                where o.patient_id = any(numbers_of(asked.patient_id)) and o.kind = 'vasopressor'
                    and o.retracted_at is null
                    and o.content->>'agent' = asked.agent and o.content->>'action' in ('started', 'changed')
                    and o.content->>'infusionId' is not distinct from asked.infusion_id)
            """;

    /// An infusion of a patient, as a sender identifies it.
    public record PatientInfusion(PatientId patient, VasopressorAgent agent, Optional<InfusionId> id) {}

    private UnstartedInfusions() {}

    /// Those infusions that no observation has started or changed.
    public static Set<PatientInfusion> among(Sql sql, List<PatientInfusion> infusions) {
        var found = new HashSet<PatientInfusion>();
        if (!infusions.isEmpty()) {
            sql.each(
                    NEVER_STARTED,
                    row -> found.add(infusions.get((int) row.number("ord") - 1)),
                    Column.of("text", infusions, each -> each.patient().value()),
                    Column.of("text", infusions, PatientInfusion::agent),
                    Column.of("text", infusions, each -> each.id().map(InfusionId::value)));
        }
        return found;
    }
}
