package health.vigil.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The record of a server's process in its folder, so that a restarted service finds the process: three lines
/// with the pid, the start time, and the hash of the command.
///
/// The pid alone is not enough, because it may be reused. The start time must match, and the command line
/// must name the folder.
record ProcessRecord(long pid, Instant started, int commandHash) {
    /// The kernel counts start times in ticks since boot, and two JVMs may read the boot time up to a second
    /// apart.
    private static final Duration CLOCK_WOBBLE = Duration.ofSeconds(2);

    static ProcessRecord of(ProcessHandle process, List<String> command) {
        var started = process.info().startInstant().orElse(Instant.EPOCH);
        return new ProcessRecord(process.pid(), started, command.hashCode());
    }

    static Optional<ProcessRecord> read(Path home) {
        try {
            var lines = Files.readAllLines(file(home));
            return Optional.of(new ProcessRecord(
                    Long.parseLong(lines.get(0)), Instant.parse(lines.get(1)), Integer.parseInt(lines.get(2))));
        } catch (IOException | NumberFormatException | DateTimeException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    void write(Path home) throws IOException {
        var fresh = home.resolve("process.new");
        Files.write(fresh, List.of(String.valueOf(pid), started.toString(), String.valueOf(commandHash)));
        Files.move(fresh, file(home), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void forget(Path home) throws IOException {
        Files.deleteIfExists(file(home));
    }

    /// The recorded process, if it still runs and certainly works in `home`.
    Optional<ProcessHandle> alive(Path home) {
        return ProcessHandle.of(pid).filter(process -> isIt(process.info(), home));
    }

    private boolean isIt(ProcessHandle.Info info, Path home) {
        var sameStart = info.startInstant()
                .filter(start -> Duration.between(start, started).abs().compareTo(CLOCK_WOBBLE) <= 0);
        var sameFolder = info.commandLine().filter(line -> line.contains(home.toString()));
        return sameStart.isPresent() && sameFolder.isPresent();
    }

    private static Path file(Path home) {
        return home.resolve("process");
    }
}
