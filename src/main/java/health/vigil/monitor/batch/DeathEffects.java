package health.vigil.monitor.batch;

import health.vigil.observation.Death;
import health.vigil.outbox.StayBindings;
import health.vigil.store.Observations;
import health.vigil.store.Sql;
import java.util.List;

/// Ends what a patient's death ends besides the grades. Retracting the death does not bind a device again.
final class DeathEffects {
    private static final String BY = "monitor";

    private DeathEffects() {}

    /// Ends the device bindings of patients who have died.
    static void endBindings(Sql sql, List<Disposition> dispositions) {
        dispositions.stream()
                .filter(Disposition.Apply.class::isInstance)
                .map(disposition -> ((Disposition.Apply) disposition).observation())
                .filter(observation -> observation.content() instanceof Death && Observations.counts(sql, observation))
                .forEach(death -> StayBindings.end(sql, death.patientId(), death.effectiveAt(), BY));
    }
}
