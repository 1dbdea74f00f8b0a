package health.vigil.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// A client that retries every request without an answer or with 503 or 500.
record Client(String token) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final Duration ANSWER = Duration.ofSeconds(20);

    record Answer(int status, String body) {
        static final Answer NONE = new Answer(0, "");

        /// Whether a retry may help.
        boolean open() {
            return status == 0 || status >= 500 || status == 404 || status == 429;
        }
    }

    Answer post(int port, String path, String json) {
        return send("POST", port, path, json);
    }

    Answer send(String method, int port, String path, String json) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build();
        return send(request);
    }

    Answer get(int port, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token)
                .build();
        return send(request);
    }

    private static Answer send(HttpRequest request) {
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException unanswered) {
            return Answer.NONE;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Answer.NONE;
        }
    }
}
