package health.vigil.monitor.loop;

import health.vigil.store.ExchangeSenders.AwaitedSender;
import health.vigil.trace.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// The metrics of the monitor. No label names a patient, a device or a ward.
@ApplicationScoped
class MonitorMetrics {
    private final Traces traces;
    private final Counter applied;
    private final Counter duplicate;
    private final Counter quarantined;
    private final Counter alerts;
    private final Timer batch;
    private final Timer ingestToGrade;
    private final Timer ingestToAlert;
    private final AtomicLong conservationGap;
    private final AtomicLong lag;
    private final AtomicLong outboxAge;
    private final AtomicLong timersLate;
    private final AtomicLong stopped;
    private final AtomicLong quarantineOpen;
    private final MultiGauge silentSenders;
    /// Starts with the time of the start, so that the age is defined before the first record.
    private final AtomicReference<Instant> lastRecord = new AtomicReference<>(Instant.now());

    MonitorMetrics(MeterRegistry registry, Traces traces) {
        this.traces = traces;
        applied = registry.counter("vigil.monitor.records", "fate", "applied");
        duplicate = registry.counter("vigil.monitor.records", "fate", "duplicate");
        quarantined = registry.counter("vigil.monitor.records", "fate", "quarantined");
        alerts = registry.counter("vigil.monitor.alerts");
        batch = registry.timer("vigil.monitor.batch");
        ingestToGrade = waiting(
                registry,
                "vigil.ingest.to.grade",
                "From an observation's receipt to the commit of the grade that reflects it");
        ingestToAlert = waiting(
                registry,
                "vigil.ingest.to.alert",
                "From the receipt of an observation that raised an alert to the commit of that alert");
        conservationGap = registry.gauge("vigil.monitor.conservation.gap", new AtomicLong());
        lag = registry.gauge("vigil.monitor.lag", new AtomicLong());
        outboxAge = registry.gauge("vigil.monitor.outbox.age.seconds", new AtomicLong());
        timersLate = registry.gauge("vigil.monitor.timers.late.seconds", new AtomicLong());
        stopped = registry.gauge("vigil.monitor.partitions.stopped", new AtomicLong());
        quarantineOpen = registry.gauge("vigil.monitor.quarantine.open", new AtomicLong());
        silentSenders = MultiGauge.builder("vigil.exchange.silent")
                .description("1 if a sender was heard within a day and has been silent for too long, else 0")
                .register(registry);
        registry.gauge("vigil.monitor.feed.age.seconds", lastRecord, MonitorMetrics::age);
    }

    private static Timer waiting(MeterRegistry registry, String name, String description) {
        return Timer.builder(name)
                .description(description)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(5))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(registry);
    }

    void applied(CommittedBatch committed) {
        var result = committed.result();
        applied.increment((double) result.applied());
        duplicate.increment((double) result.duplicate());
        quarantined.increment((double) result.quarantined());
        alerts.increment(result.alerts().size());
        batch.record(committed.duration());
        committed.delays().forEach(ingestToGrade::record);
        committed.alertDelays().forEach(ingestToAlert::record);
        lastRecord.set(committed.interval().end());
        committed.trace(traces);
    }

    private static MultiGauge.Row<Number> silence(AwaitedSender sender) {
        return MultiGauge.Row.of(
                Tags.of("sender", sender.sender(), "format", sender.format()), sender.silent() ? 1 : 0);
    }

    private static double age(AtomicReference<Instant> last) {
        return Duration.between(last.get(), Instant.now()).toMillis() / 1e3;
    }

    void lag(long records) {
        lag.set(records);
    }

    void stopped(long partitions) {
        stopped.set(partitions);
    }

    void invariants(InvariantCheck.Invariants measured) {
        conservationGap.set(measured.conservationGap());
        outboxAge.set(measured.oldestMessageSeconds());
        timersLate.set(measured.latestTimerSeconds());
        quarantineOpen.set(measured.quarantined());
        silentSenders.register(
                measured.senders().stream().map(MonitorMetrics::silence).toList(), true);
    }
}
