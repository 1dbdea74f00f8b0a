package health.vigil.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/// The processor time of each process so far.
///
/// @param server of the service, or of the pipe
/// @param generator of this process, which sends the load
record CpuUsage(Duration server, Duration broker, Duration database, Duration generator) {
    static CpuUsage now(long server, DataFolder data) throws IOException {
        return new CpuUsage(
                CpuTime.of(server),
                CpuTime.of(data.broker()),
                CpuTime.ofAll(ProcessHandle.of(data.database()).orElseThrow()),
                CpuTime.of(ProcessHandle.current().pid()));
    }

    CpuUsage since(CpuUsage earlier) {
        return new CpuUsage(
                server.minus(earlier.server),
                broker.minus(earlier.broker),
                database.minus(earlier.database),
                generator.minus(earlier.generator));
    }

    /// Of all processes but the generator.
    Duration all() {
        return server.plus(broker).plus(database);
    }

    /// Of each process in µs, divided among so many requests or observations.
    String per(long number) {
        return String.format(
                Locale.ROOT,
                "server %.0f, broker %.0f, PostgreSQL %.0f, together %.0f µs (generator %.0f)",
                micros(server, number),
                micros(broker, number),
                micros(database, number),
                micros(all(), number),
                micros(generator, number));
    }

    static double micros(Duration time, long number) {
        return time.toNanos() / 1e3 / Math.max(1, number);
    }
}
