package health.vigil.monitor.loop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// What a reader works with.
@ApplicationScoped
class Monitoring {
    /// The world around a reader: how it is told to read, whose time it is, what it reads and where it writes.
    record Surroundings(MonitorConfig config, InstantSource clock, Topic topic, Ledger ledger, Rounds rounds) {}

    private final Surroundings surroundings;
    private final Claims claims;
    private final Batches batches;
    private final MonitorMetrics metrics;
    private final Runnable laws;

    Monitoring(Surroundings surroundings, MonitorMetrics metrics, Runnable laws) {
        this.surroundings = surroundings;
        this.claims = new Claims(surroundings.ledger(), surroundings.topic());
        this.batches = new Batches(surroundings.ledger(), metrics);
        this.metrics = metrics;
        this.laws = laws;
    }

    @Inject
    Monitoring(MonitorConfig config, Topic topic, Ledger ledger, Rounds rounds, MonitorMetrics metrics, LawWatch laws) {
        this(new Surroundings(config, InstantSource.system(), topic, ledger, rounds), metrics, laws::look);
    }

    MonitorConfig config() {
        return surroundings.config();
    }

    InstantSource clock() {
        return surroundings.clock();
    }

    Topic topic() {
        return surroundings.topic();
    }

    Rounds rounds() {
        return surroundings.rounds();
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
