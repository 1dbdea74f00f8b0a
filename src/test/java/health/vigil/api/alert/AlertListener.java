package health.vigil.api.alert;

import health.vigil.access.As;
import health.vigil.access.Role;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import static health.vigil.Eventually.await;

/// An open alert stream, read like by a client.
public final class AlertListener implements AutoCloseable {
    /// A received event.
    public record HeardEvent(String id, String name, String data) {
        public long sequence() {
            return Long.parseLong(id);
        }

        public String alertId() {
            return JsonPath.from(data).getString("id");
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<HeardEvent> events = new CopyOnWriteArrayList<>();
    private volatile boolean ended;
    private final List<String> comments = new CopyOnWriteArrayList<>();

    /// Opens a stream; returns once its headers have arrived.
    static AlertListener to(Role role, String query, Map<String, String> headers) {
        return to(As.token(role), query, headers);
    }

    public static AlertListener to(String token, String query, Map<String, String> headers) {
        return to(RestAssured.port, token, query, headers);
    }

    /// Opens a stream of the service at this port.
    public static AlertListener to(int port, String token, String query, Map<String, String> headers) {
        var listening = new AlertListener();
        listening.open(port, token, query, headers);
        return listening;
    }

    private void open(int port, String token, String query, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/alerts/stream" + query))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(20));
        headers.forEach(request::header);
        try {
            var response = client.send(request.build(), BodyHandlers.ofInputStream());
            var reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
            Thread.ofVirtual().start(() -> read(reader));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void read(BufferedReader reader) {
        var id = "";
        var name = "";
        try {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith(":")) {
                    comments.add(line);
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    events.add(new HeardEvent(id, name, line.substring(5).strip()));
                }
            }
        } catch (IOException closed) {
            comments.add("closed");
        }
        ended = true;
    }

    public List<HeardEvent> events() {
        return List.copyOf(events);
    }

    public List<String> comments() {
        return List.copyOf(comments);
    }

    public void awaitEvents(int count) {
        await().until(() -> events.size() >= count);
    }

    /// Whether the service has closed the stream.
    public boolean ended() {
        return ended;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
