package health.vigil.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/// A measured load: its result, how long its last records waited until they were applied, and the processor time
/// until then.
record Window(LoadResult load, Duration lag, CpuUsage cpu) {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    /// Puts a load on the target, and waits until everything is applied that was taken.
    static Window measure(LoadGenerator generator, Target target, String token, Load load) throws Exception {
        return measure(target, () -> generator.run(target.port(), token, load));
    }

    /// Runs a load on the target, and waits until everything is applied that was taken.
    static Window measure(Target target, Supplier<LoadResult> load) throws Exception {
        var before = target.cpu();
        var result = load.get();
        var taken = System.nanoTime();
        while (target.unread() > 0) {
            Thread.sleep(LOOK_AGAIN);
        }
        return new Window(
                result,
                Duration.ofNanos(System.nanoTime() - taken),
                target.cpu().since(before));
    }

    double lagSeconds() {
        return lag.toNanos() / 1e9;
    }

    /// The processor time of all processes for each accepted request, in µs.
    double cost() {
        return CpuUsage.micros(cpu.all(), load.accepted());
    }

    /// The processor time of all processes until everything was applied, in percent of one core.
    double coreShare() {
        return 100.0 * cpu.all().toNanos() / load.length().plus(lag).toNanos();
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%.0f/s, p50 %.1f ms, p99 %.1f ms, refused %d%s, lag %.2f s, processor for each: %s",
                load.rate(),
                load.latencies().millis(0.5),
                load.latencies().millis(0.99),
                load.refused(),
                load.refused() > 0 ? " (" + load.firstRefusal() + ")" : "",
                lagSeconds(),
                cpu.per(load.accepted()));
    }
}
