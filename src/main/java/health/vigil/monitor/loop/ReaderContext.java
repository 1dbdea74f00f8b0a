package health.vigil.monitor.loop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// The collaborators of a {@link Reader}.
@ApplicationScoped
class ReaderContext {
    /// The parts that differ between the service and the simulation in tests.
    record Environment(MonitorSettings settings, InstantSource clock, Topic topic, Ledger ledger, Rounds rounds) {}

    private final Environment environment;
    private final Claims claims;
    private final Batches batches;
    private final MonitorMetrics metrics;
    private final Runnable invariants;

    ReaderContext(Environment environment, MonitorMetrics metrics, Runnable invariants) {
        this.environment = environment;
        this.claims = new Claims(environment.ledger(), environment.topic());
        this.batches = new Batches(environment.ledger(), metrics);
        this.metrics = metrics;
        this.invariants = invariants;
    }

    @Inject
    ReaderContext(
            MonitorSettings settings,
            Topic topic,
            Ledger ledger,
            Rounds rounds,
            MonitorMetrics metrics,
            InvariantCheck invariants) {
        this(new Environment(settings, InstantSource.system(), topic, ledger, rounds), metrics, invariants::run);
    }

    MonitorSettings settings() {
        return environment.settings();
    }

    InstantSource clock() {
        return environment.clock();
    }

    Topic topic() {
        return environment.topic();
    }

    Rounds rounds() {
        return environment.rounds();
    }

    Claims claims() {
        return claims;
    }

    Batches batches() {
        return batches;
    }

    MonitorMetrics metrics() {
        return metrics;
    }

    /// Checks the invariants; called every few seconds.
    Runnable invariants() {
        return invariants;
    }
}
