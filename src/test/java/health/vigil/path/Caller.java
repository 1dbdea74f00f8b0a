package health.vigil.path;

import health.vigil.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Sends requests to a port of this machine.
public record Caller(HttpClient http, int port) {

    public HttpResponse<String> get(String path, String token) throws IOException {
        return send(request(path, token).GET());
    }

    public HttpResponse<String> post(String path, String token, String json) throws IOException {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Eventually.LIMIT);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }
}
