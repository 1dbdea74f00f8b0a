package health.vigil.monitor.batch;

import health.vigil.observation.Death;
import health.vigil.outbox.StayBindings;
import health.vigil.store.Observations;
import health.vigil.store.Sql;
import java.util.List;

/// What ends with a patient's death besides the grades. A death that is taken back does not bind a device again.
final class Deaths {
    private static final String BY = "monitor";

    private Deaths() {}

    /// A device speaks no longer for somebody who has died.
    static void endBindings(Sql sql, List<Disposition> dispositions) {
        dispositions.stream()
                .filter(Disposition.Apply.class::isInstance)
                .map(disposition -> ((Disposition.Apply) disposition).observation())
                .filter(observation -> observation.content() instanceof Death && Observations.counts(sql, observation))
                .forEach(death -> StayBindings.end(sql, death.patientId(), death.effectiveAt(), BY));
    }
}
