package health.vigil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Reads processor times from `/proc/PID/stat`.
final class CpuTime {
    /// The kernel reports hundredths of a second to programs.
    private static final Duration TICK = Duration.ofMillis(10);

    /// The first field after the name, which is the third of the line.
    private static final int FIRST = 3;

    private static final int USER = 14;
    private static final int SYSTEM = 15;
    private static final int CHILDREN_USER = 16;
    private static final int CHILDREN_SYSTEM = 17;

    private CpuTime() {}

    /// Of one process, without its children.
    static Duration of(long pid) throws IOException {
        return sum(pid, USER, SYSTEM);
    }

    /// Of a process and all its children. Those that have ended count in their parent.
    static Duration ofAll(ProcessHandle first) throws IOException {
        var total = Duration.ZERO;
        for (var process : Stream.concat(Stream.of(first), first.descendants()).toList()) {
            total = total.plus(ofFamily(process.pid()));
        }
        return total;
    }

    private static Duration ofFamily(long pid) throws IOException {
        try {
            return sum(pid, USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM);
        } catch (IOException ended) {
            if (ProcessHandle.of(pid).isPresent()) {
                throw ended;
            }
            return Duration.ZERO;
        }
    }

    private static Duration sum(long pid, int... fields) throws IOException {
        var line = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        var values = List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        long ticks = 0;
        for (int field : fields) {
            ticks += Long.parseLong(values.get(field - FIRST));
        }
        return TICK.multipliedBy(ticks);
    }
}
