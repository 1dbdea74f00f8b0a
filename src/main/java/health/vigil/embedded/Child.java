package health.vigil.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A process that works in a folder, and the folder's record of it.
record Child(ProcessHandle process, Path home, int commandHash) {
    private static final long STOP_LIMIT_SECONDS = 30;

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
        return new Child(process, home, command.hashCode());
    }

    static Optional<Child> leftIn(Path home) {
        return ProcessRecord.read(home)
                .flatMap(record -> record.alive(home).map(process -> new Child(process, home, record.commandHash())));
    }

    boolean runs(List<String> command) {
        return command.hashCode() == commandHash;
    }

    void stop(String signal) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                .start()
                .onExit()
                .join();
        process.onExit()
                .thenApply(ended -> true)
                .completeOnTimeout(false, STOP_LIMIT_SECONDS, TimeUnit.SECONDS)
                .thenApply(ended -> ended || process.destroyForcibly())
                .join();
        ProcessRecord.forget(home);
    }
}
