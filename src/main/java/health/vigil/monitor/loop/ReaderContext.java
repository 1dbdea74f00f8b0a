package health.vigil.monitor.loop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// What a reader works with.
@ApplicationScoped
class ReaderContext {
    /// The world around a reader: how it is told to read, whose time it is, what it reads and where it writes.
    record Environment(MonitorSettings settings, InstantSource clock, Topic topic, Ledger ledger, Rounds rounds) {}

    private final Environment environment;
    private final Claims claims;
    private final Batches batches;
    private final MonitorMetrics metrics;
    private final Runnable laws;

    ReaderContext(Environment environment, MonitorMetrics metrics, Runnable laws) {
        this.environment = environment;
        this.claims = new Claims(environment.ledger(), environment.topic());
        this.batches = new Batches(environment.ledger(), metrics);
        this.metrics = metrics;
        this.laws = laws;
    }

    @Inject
    ReaderContext(
            MonitorSettings settings,
            Topic topic,
            Ledger ledger,
            Rounds rounds,
            MonitorMetrics metrics,
            InvariantCheck laws) {
        this(new Environment(settings, InstantSource.system(), topic, ledger, rounds), metrics, laws::look);
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

    /// Looks whether the laws hold that a live system can be asked about.
    Runnable laws() {
        return laws;
    }
}
