package health.vigil.monitor.loop;

import health.vigil.grading.Policy;
import health.vigil.outbox.OutboxProducer;
import health.vigil.outbox.OutboxRelay;
import java.time.Duration;

/// A running monitor: one thread reads, one relays the outbox, one makes rounds.
final class RunningMonitor implements AutoCloseable {
    private final MonitorBench bench;
    private final Policy policy;
    private final Thread reading = Thread.ofPlatform().name("reading").unstarted(this::read);
    private final Thread relaying = Thread.ofPlatform().name("relaying").unstarted(this::relay);
    private final Thread rounding = Thread.ofPlatform().name("rounds").unstarted(this::round);
    private volatile boolean running = true;

    RunningMonitor(MonitorBench bench, Policy policy) {
        this.bench = bench;
        this.policy = policy;
        reading.start();
        relaying.start();
        rounding.start();
    }

    private void round() {
        var rounds = bench.rounds();
        while (running) {
            rounds.run();
            MonitoredWard.pause(Duration.ofMillis(50));
        }
    }

    private void read() {
        var context = bench.monitoring(policy);
        while (running) {
            try (var reader = bench.reader(context)) {
                while (running) {
                    reader.turn();
                }
            }
        }
    }

    private void relay() {
        try (var producer = new OutboxProducer(bench.broker()).open()) {
            while (running) {
                if (bench.database()
                                .transact(sql -> OutboxRelay.relay(sql, producer))
                                .orElse(0)
                        == 0) {
                    MonitoredWard.pause(Duration.ofMillis(20));
                }
            }
        }
    }

    @Override
    public void close() {
        running = false;
        try {
            reading.join(Duration.ofSeconds(20));
            relaying.join(Duration.ofSeconds(20));
            rounding.join(Duration.ofSeconds(20));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
