package health.vigil.monitor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// What the monitor tells of itself. No label names a patient, a device or a ward.
@ApplicationScoped
class MonitorMetrics {
    private final Counter applied;
    private final Counter duplicate;
    private final Counter quarantined;
    private final Counter alerts;
    private final Timer batch;
    private final Timer ingestToGrade;
    private final AtomicLong conservationGap;
    private final AtomicLong lag;
    private final AtomicLong outboxAge;
    private final AtomicLong timersLate;
    private final AtomicLong stopped;

    MonitorMetrics(MeterRegistry registry) {
        applied = registry.counter("vigil.monitor.records", "fate", "applied");
        duplicate = registry.counter("vigil.monitor.records", "fate", "duplicate");
        quarantined = registry.counter("vigil.monitor.records", "fate", "quarantined");
        alerts = registry.counter("vigil.monitor.alerts");
        batch = registry.timer("vigil.monitor.batch");
        ingestToGrade = Timer.builder("vigil.ingest.to.grade")
                .description("From an observation's receipt to the commit of the grade that reflects it")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(5))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(registry);
        conservationGap = registry.gauge("vigil.monitor.conservation.gap", new AtomicLong());
        lag = registry.gauge("vigil.monitor.lag", new AtomicLong());
        outboxAge = registry.gauge("vigil.monitor.outbox.age.seconds", new AtomicLong());
        timersLate = registry.gauge("vigil.monitor.timers.late.seconds", new AtomicLong());
        stopped = registry.gauge("vigil.monitor.partitions.stopped", new AtomicLong());
    }

    void applied(Batch done, BatchTransaction.Result result, long nanos) {
        applied.increment((double) result.applied());
        duplicate.increment((double) result.duplicate());
        quarantined.increment((double) result.quarantined());
        alerts.increment(result.alerts());
        batch.record(nanos, TimeUnit.NANOSECONDS);
        var now = Instant.now();
        done.records().forEach(record -> {
            var waited = Duration.between(record.source().receivedAt(), now);
            ingestToGrade.record(waited.isNegative() ? Duration.ZERO : waited);
        });
    }

    void lag(long records) {
        lag.set(records);
    }

    void stopped(long partitions) {
        stopped.set(partitions);
    }

    void laws(long gap, long oldestMessageSeconds, long latestTimerSeconds) {
        conservationGap.set(gap);
        outboxAge.set(oldestMessageSeconds);
        timersLate.set(latestTimerSeconds);
    }
}
