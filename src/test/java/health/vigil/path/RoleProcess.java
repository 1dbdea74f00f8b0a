package health.vigil.path;

import health.vigil.embedded.EmbeddedStack;
import health.vigil.embedded.Ports;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

/// The packaged artifact in its own process, configured by its environment.
///
/// It ends with the JVM that started it, even if that JVM is killed, because a shell waits for the end of its
/// input.
public final class RoleProcess implements AutoCloseable {
    /// The artifact of this build.
    public static final Path ARTIFACT = Path.of("target", "quarkus-app");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Process process;
    private final Process guard;
    private final Path log;
    private final int port;

    private RoleProcess(Process process, Process guard, Path log, int port) {
        this.process = process;
        this.guard = guard;
        this.log = log;
        this.port = port;
    }

    /// The environment of a process: its roles, its broker and its database. The folder holds its accounts.
    public static Map<String, String> environment(String roles, EmbeddedStack stack, Path accounts) {
        return Map.of(
                "VIGIL_ROLES", roles,
                "VIGIL_ACCESS_FOLDER", accounts.toString(),
                "VIGIL_FHIR_PATIENT_SYSTEM", "urn:vigil:patient",
                "KAFKA_BOOTSTRAP_SERVERS", stack.bootstrapServers(),
                "QUARKUS_DATASOURCE_JDBC_URL", stack.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", stack.username(),
                "QUARKUS_DATASOURCE_PASSWORD", stack.password());
    }

    /// Starts the artifact on a free port.
    ///
    /// @param environment added to the few variables of the shell that are inherited
    /// @param log the file for its output
    public static RoleProcess start(Map<String, String> environment, Path log, String... javaOptions)
            throws IOException {
        return startOn(Ports.free(), environment, log, javaOptions);
    }

    /// Starts the artifact on a free port, in a working directory that may hold `config/application.properties`.
    public static RoleProcess startIn(Path directory, Map<String, String> environment, Path log, String... javaOptions)
            throws IOException {
        var builder = new ProcessBuilder(command(ARTIFACT, javaOptions)).directory(directory.toFile());
        return start(builder, Ports.free(), environment, log);
    }

    /// Starts the artifact on a given port.
    public static RoleProcess startOn(int port, Map<String, String> environment, Path log, String... javaOptions)
            throws IOException {
        return startOn(ARTIFACT, port, environment, log, javaOptions);
    }

    /// Starts another artifact on a given port.
    ///
    /// @param artifact the folder built by another release
    public static RoleProcess startOn(
            Path artifact, int port, Map<String, String> environment, Path log, String... javaOptions)
            throws IOException {
        return start(new ProcessBuilder(command(artifact, javaOptions)), port, environment, log);
    }

    private static RoleProcess start(ProcessBuilder builder, int port, Map<String, String> environment, Path log)
            throws IOException {
        var told = new HashMap<>(environment);
        told.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        told.putIfAbsent("QUARKUS_MANAGEMENT_PORT", "0");
        builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG", "TMPDIR"));
        builder.environment().putAll(told);
        var process = builder.start();
        return new RoleProcess(process, guard(process), log, port);
    }

    private static List<String> command(Path artifact, String... javaOptions) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(
                        List.of(java, "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                        List.of(javaOptions),
                        List.of(
                                "-jar",
                                artifact.resolve("quarkus-run.jar")
                                        .toAbsolutePath()
                                        .toString()))
                .flatMap(List::stream)
                .toList();
    }

    private static Process guard(Process process) throws IOException {
        return new ProcessBuilder(
                        "sh",
                        "-c",
                        "trap '' HUP INT TERM; cat > /dev/null; kill -KILL $0",
                        String.valueOf(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
    }

    /// Waits until it is ready.
    public RoleProcess ready() {
        await().untilAsserted(() -> {
            assertThat(process.isAlive()).as(() -> "still runs: " + lastWords()).isTrue();
            assertThat(isReady()).as(() -> "is ready: " + lastWords()).isTrue();
        });
        return this;
    }

    public boolean isReady() {
        try {
            return get("/q/health/ready", "").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException nothing) {
            return "";
        }
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long residentMb() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid()), "status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .map(line -> line.replaceAll("\\D", ""))
                        .mapToLong(Long::parseLong)
                        .sum()
                / 1024;
    }

    /// Its output.
    public Path log() {
        return log;
    }

    public HttpResponse<String> get(String path, String token) throws IOException {
        return caller().get(path, token);
    }

    public HttpResponse<String> post(String path, String token, String json) throws IOException {
        return caller().post(path, token, json);
    }

    private Caller caller() {
        return new Caller(HTTP, port);
    }

    /// Waits until it ends by itself; returns its exit code.
    public int awaitEnd() {
        await().until(() -> !process.isAlive());
        guard.destroyForcibly();
        return process.exitValue();
    }

    /// Sends it a signal, such as `STOP`.
    public void signal(String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .onExit()
                .join();
    }

    /// Kills it like a crash.
    public void kill() {
        process.destroyForcibly().onExit().join();
        guard.destroyForcibly();
    }

    /// Stops it, and requires that it stops within the grace period of a cluster.
    @Override
    public void close() {
        process.destroy();
        try {
            await().atMost(GRACE).until(() -> !process.isAlive());
        } finally {
            kill();
        }
    }
}
