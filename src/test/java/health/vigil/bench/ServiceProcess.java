package health.vigil.bench;

import health.vigil.path.Caller;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// `./vigil start` in a folder, which is its data folder too. It ends with the JVM that started it: a shell waits
/// for the end of its input.
///
/// @param readyAfter from the start of the script until the service was ready
record ServiceProcess(Process launcher, Process guard, long pid, Duration readyAfter) implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final int SHOWN = 30;

    /// Of the environment; the rest might name another broker or database.
    private static final List<String> INHERITED = List.of("PATH", "HOME", "LANG", "TMPDIR", "VIGIL_JAVA_OPTIONS");

    /// Puts the script and the artifact into the folder. A script beside the sources would build again in the
    /// middle of a benchmark, when somebody changes one of them.
    ///
    /// @param settings beside those of production
    static void install(Path folder, Map<String, String> settings) throws IOException {
        var config = Files.createDirectories(folder.resolve("config"));
        Files.write(
                config.resolve("application.properties"),
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .toList());
        Files.copy(Path.of("vigil"), folder.resolve("vigil"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createSymbolicLink(folder.resolve("target"), Path.of("target").toAbsolutePath());
    }

    static ServiceProcess start(Path folder, int port) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var launcher = launch(folder, port);
        var guard = guard(launcher);
        var caller = new Caller(HttpClient.newHttpClient(), port);
        while (!isReady(caller)) {
            if (!launcher.isAlive()) {
                throw new IOException("the service did not start:\n" + lastWords(folder));
            }
            Thread.sleep(LOOK_AGAIN);
        }
        var readyAfter = Duration.ofNanos(System.nanoTime() - began);
        return new ServiceProcess(launcher, guard, java(launcher), readyAfter);
    }

    private static Process launch(Path folder, int port) throws IOException {
        var builder = new ProcessBuilder(
                        folder.resolve("vigil").toString(),
                        "start",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log(folder).toFile()));
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private static Process guard(Process launcher) throws IOException {
        return new ProcessBuilder(
                        "sh",
                        "-c",
                        "trap '' HUP INT TERM; cat > /dev/null; kill -TERM $0",
                        String.valueOf(launcher.pid()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
    }

    private static boolean isReady(Caller caller) {
        try {
            return caller.get("/q/health/ready", "").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// The JVM is the child of the script.
    private static long java(Process launcher) throws IOException {
        return launcher.children()
                .filter(child -> child.info()
                        .command()
                        .filter(command -> command.endsWith("java"))
                        .isPresent())
                .mapToLong(ProcessHandle::pid)
                .findFirst()
                .orElseThrow(() -> new IOException("the script runs no JVM"));
    }

    private static Path log(Path folder) {
        return folder.resolve("vigil.log");
    }

    private static String lastWords(Path folder) throws IOException {
        var lines = Files.readAllLines(log(folder));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()));
    }

    /// Stops it in order, with its broker and its database.
    @Override
    public void close() {
        launcher.destroy();
        launcher.onExit().join();
        guard.destroyForcibly();
    }
}
