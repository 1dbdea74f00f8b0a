package health.vigil.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// A data folder for tests under `target`. The folder and its servers end with the JVM, also if that is
/// killed: a shell waits for the end of its input and cleans up. The next run removes what is left.
record TestFolder(Path path) {
    private static final Path ALL = Path.of("target/embedded-tests").toAbsolutePath();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /// Stops the broker and database at once, and gives the database time to free its shared memory.
    private static final String GUARD = """
            trap '' HUP INT TERM
            cat > /dev/null
            kill -KILL $(head -n 1 "$0/kafka/process") 2> /dev/null
            database=$(head -n 1 "$0/postgres/process") && kill -QUIT $database
            while kill -0 $database 2> /dev/null; do sleep 0.1; done
            rm -rf "$0"
            """;

    static TestFolder create() {
        try {
            sweep();
            var name = ProcessHandle.current().pid() + "-" + System.nanoTime() + "-" + NUMBER.incrementAndGet();
            var path = Files.createDirectories(ALL.resolve(name));
            new ProcessBuilder("sh", "-c", GUARD, path.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new TestFolder(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    EmbeddedOptions options() {
        return EmbeddedOptions.forTests(path, Path.of("target/embedded"));
    }

    /// With the options for real data.
    EmbeddedOptions durable() {
        return new EmbeddedOptions(path, options().binaries(), options().unpacked(), true);
    }

    private static void sweep() throws IOException {
        Files.createDirectories(ALL);
        try (var folders = Files.newDirectoryStream(ALL)) {
            for (var folder : folders) {
                if (!ownerLives(folder)) {
                    stop(folder.resolve("kafka"), "KILL");
                    stop(folder.resolve("postgres"), "QUIT");
                    Tree.delete(folder);
                }
            }
        }
    }

    private static boolean ownerLives(Path folder) {
        var pid = Long.parseLong(folder.getFileName().toString().replaceFirst("-.*", ""));
        return ProcessHandle.of(pid).isPresent();
    }

    private static void stop(Path home, String signal) throws IOException {
        var left = Child.leftIn(home);
        if (left.isPresent()) {
            left.get().stop(signal);
        }
    }
}
