package health.vigil.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A process that works in a folder and is recorded there.
///
/// @param own whether this JVM started it, so that its end is noticed
record Child(ProcessHandle process, Path home, int commandHash, boolean own) {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    /// Options for the service's own JVM.
    private static final Set<String> NOT_INHERITED = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    /// Starts in its own session, so that Ctrl-C stops only the service, which stops its servers last.
    static Child start(Path home, List<String> command) throws IOException {
        var builder = new ProcessBuilder(
                        Stream.concat(Stream.of("setsid"), command.stream()).toList())
                .directory(home.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(home.resolve("console.log").toFile()));
        builder.environment().keySet().removeAll(NOT_INHERITED);
        var process = builder.start().toHandle();
        ProcessRecord.of(process, command).write(home);
        return new Child(process, home, command.hashCode(), true);
    }

    static Optional<Child> leftIn(Path home) {
        return ProcessRecord.read(home)
                .flatMap(record ->
                        record.alive(home).map(process -> new Child(process, home, record.commandHash(), false)));
    }

    boolean runs(List<String> command) {
        return command.hashCode() == commandHash;
    }

    void stop(String signal) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                .start()
                .onExit()
                .join();
        if (!endsWithin(STOP_LIMIT)) {
            process.destroyForcibly();
            endsWithin(STOP_LIMIT);
        }
        ProcessRecord.forget(home);
    }

    /// Polls, because `onExit` of a process that is not our child checks only every few seconds.
    private boolean endsWithin(Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (alive() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return !alive();
    }

    /// Whether the process runs. A zombie keeps its pid but has no command line; a process that is just
    /// starting has none for a moment either.
    boolean alive() {
        return process.isAlive() && (own || process.info().commandLine().isPresent());
    }
}
