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

/// What a server's folder remembers of its process, so that another life of the service finds it again:
/// three lines, the pid, the start instant, and the hash of the command.
///
/// A pid alone proves nothing, it may have been given to somebody else: the start instant must fit, and the
/// command line must name the folder.
record ProcessRecord(long pid, Instant started, int commandHash) {
    /// The kernel tells starts in ticks since boot; the instant of boot may be read a second apart by two JVMs.
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

    /// The recorded process if it still lives and is beyond doubt the one that worked in `home`.
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
