package health.vigil.cluster;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/// The packaged artifact with the environment of a container and nothing else. Only its ports are its own: a pod has an
/// address of its own, and here all share one.
final class RunningPod implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofMinutes(1);

    private final Process process;
    private final int port;
    private final Path log;

    private RunningPod(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /// @param secrets what the secrets hold that the container names, by `name/key`
    static RunningPod start(Container container, Map<String, String> secrets) throws IOException {
        var port = freePort();
        var log = Path.of("target", "pod-%d.log".formatted(port));
        var java = ProcessHandle.current().info().command().orElseThrow();
        var builder = new ProcessBuilder(List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + freePort(),
                "-jar",
                Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString()));
        builder.environment().clear();
        container.getEnv().forEach(variable -> builder.environment().put(variable.getName(), value(variable, secrets)));
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new RunningPod(builder.start(), port, log);
    }

    private static String value(EnvVar variable, Map<String, String> secrets) {
        if (variable.getValueFrom() == null) {
            return variable.getValue();
        }
        var reference = variable.getValueFrom().getSecretKeyRef();
        return secrets.getOrDefault(reference.getName() + "/" + reference.getKey(), "");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    RunningPod awaitReady() {
        Awaitility.await().atMost(START).ignoreExceptions().untilAsserted(() -> assertThat(new Client(port, "").get("/q/health/ready"))
                .as("%s", log)
                .extracting(Client.Answer::status)
                .isEqualTo(200));
        return this;
    }

    /// For a pod that does its work and ends.
    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    Client client(String token) {
        return new Client(port, token);
    }

    /// As a cluster does: a signal, and time to finish.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new UncheckedIOException(new IOException("Did not stop by itself: " + log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
