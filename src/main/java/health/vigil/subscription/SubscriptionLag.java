package health.vigil.subscription;

import health.vigil.role.Job;
import health.vigil.role.Schedule;
import health.vigil.role.Worker;
import health.vigil.store.Database;
import health.vigil.store.SubscriptionQueue;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/// Measures how long events wait for subscribers. It does not depend on the couriers, which have no time to
/// measure when much waits.
@ApplicationScoped
class SubscriptionLag implements Worker {
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final Database database;
    private final Schedule schedule;
    private final AtomicLong seconds;

    SubscriptionLag(Database database, Schedule schedule, MeterRegistry registry) {
        this.database = database;
        this.schedule = schedule;
        this.seconds = Objects.requireNonNull(registry.gauge("vigil.fhir.event.lag.seconds", new AtomicLong()));
    }

    @Override
    public Job job() {
        return Job.SUBSCRIPTION_LAG;
    }

    @Override
    public void start() {
        schedule.every(job(), PAUSE, () -> seconds.set(database.transact(SubscriptionQueue::oldestSeconds)));
    }

    @Override
    public void stop() {
        schedule.end(job());
    }
}
