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

/// A process that works in a folder, and the folder's record of it.
///
/// @param own whether it was started by this JVM, which then notices its end
record Child(ProcessHandle process, Path home, int commandHash, boolean own) {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    /// Options meant for the service's own JVM.
    private static final Set<String> NOT_INHERITED = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    /// In a session of its own: a Ctrl-C at the terminal is for the service, which stops its servers last.
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

    /// Looks for itself: for a process that is not our child, `onExit` looks only every few seconds.
    private boolean endsWithin(Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (alive() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return !alive();
    }

    /// An ended process that its parent, perhaps a container's first process, has not noticed keeps its pid but no
    /// command line. One that is being started has none either, for a moment.
    boolean alive() {
        return process.isAlive() && (own || process.info().commandLine().isPresent());
    }
}
