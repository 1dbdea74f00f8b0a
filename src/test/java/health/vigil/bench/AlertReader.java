package health.vigil.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Follows the stream of alerts, and notes when the first alert of each patient is raised.
final class AlertReader implements AutoCloseable {
    private static final Pattern PATIENT = Pattern.compile("\"patientId\": ?\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Long> heard = new ConcurrentHashMap<>();

    /// Returns once the stream is open.
    AlertReader(RunningService service) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/v1/alerts/stream"))
                .header("Authorization", "Bearer " + service.token("nurse"))
                .build();
        var response = client.send(request, BodyHandlers.ofInputStream());
        var reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        Thread.ofVirtual().start(() -> read(reader));
    }

    private void read(BufferedReader reader) {
        var event = "";
        try {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("event:")) {
                    event = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:") && event.equals("raised")) {
                    note(line, System.nanoTime());
                }
            }
        } catch (IOException closed) {
            // The benchmark is over, or its next alert is missing.
        }
    }

    private void note(String data, long now) {
        var patient = PATIENT.matcher(data);
        if (patient.find()) {
            heard.putIfAbsent(patient.group(1), now);
        }
    }

    /// When the first alert of a patient came, by [System#nanoTime()].
    OptionalLong heardAt(String patient) {
        var at = heard.get(patient);
        return at == null ? OptionalLong.empty() : OptionalLong.of(at);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
