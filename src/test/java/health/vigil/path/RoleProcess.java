package health.vigil.path;

import health.vigil.embedded.EmbeddedStack;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

import static org.awaitility.Awaitility.await;

/// The packaged artifact as a process of its own that plays one role.
record RoleProcess(Process process, int port) implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /// Starts it, and waits until it says that it is ready.
    static RoleProcess start(String role, EmbeddedStack stack, Path folder) throws IOException {
        int port = freePort();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-Dvigil.roles=" + role,
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.port=0",
                        "-Dvigil.access.folder=" + folder,
                        "-Dkafka.bootstrap.servers=" + stack.bootstrapServers(),
                        "-Dquarkus.datasource.jdbc.url=" + stack.jdbcUrl(),
                        "-Dquarkus.datasource.username=" + stack.username(),
                        "-Dquarkus.datasource.password=" + stack.password(),
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(role + ".log").toFile())
                .start();
        var started = new RoleProcess(process, port);
        await().atMost(PATIENCE).until(() -> started.ready());
        return started;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean ready() throws InterruptedException {
        try {
            return get("/q/health/ready", "").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return HTTP.send(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String token, String json) throws IOException, InterruptedException {
        var body = HttpRequest.BodyPublishers.ofString(json);
        return HTTP.send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
