package health.vigil.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/// A script in `src/test/clients`. It runs below `target`, with the packages of the lock, which are installed once.
public final class NodeScript {
    private static final Path SOURCES = Path.of("src/test/clients");
    private static final Path FOLDER = Path.of("target/clients");
    private static final Path LOCK = SOURCES.resolve("package-lock.json");
    private static final Path INSTALLED = FOLDER.resolve("installed-lock.json");

    /// A script that waits for an answer for ever would stop all tests.
    private static final long LONGEST_SECONDS = 300;

    private static boolean prepared;

    private NodeScript() {}

    /// Runs the tests of a script, which end with an exit code other than 0 if one of them fails.
    public static void passes(String name, Object... arguments) {
        prepare();
        run(Stream.concat(
                        Stream.of(installed("node").toString(), "--test-reporter=spec", name),
                        Stream.of(arguments).map(Object::toString))
                .toList());
    }

    private static synchronized void prepare() {
        if (prepared) {
            return;
        }
        var npm = installed("npm");
        try {
            Files.createDirectories(FOLDER);
            try (var files = Files.list(SOURCES)) {
                for (var file : files.toList()) {
                    Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            if (!Files.exists(INSTALLED) || Files.mismatch(LOCK, INSTALLED) >= 0) {
                run(List.of(npm.toString(), "ci", "--ignore-scripts"));
                Files.copy(LOCK, INSTALLED, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        prepared = true;
    }

    private static void run(List<String> command) {
        var log = FOLDER.resolve("script.log");
        try {
            var process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly().waitFor();
            assertThat(ended && process.exitValue() == 0)
                    .as("%s", Files.readString(log))
                    .isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path installed(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("No " + program + " on the PATH: apt-get install nodejs npm"));
    }
}
