package health.vigil.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.access.Role;
import health.vigil.account.CredentialsFile;
import health.vigil.account.IssuedCredentials;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// A client of the running service as this machine's administrator. Its requests are checked and audited like
/// all others.
record AdminClient(URI service, String token) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /// Connects to `vigil.url`, or to the default port of this machine, with the administrator's token in
    /// `vigil.data`.
    static AdminClient connect() throws IOException {
        var port = setting("quarkus.http.port", "8080");
        var url = setting("vigil.url", "http://localhost:" + port);
        var admin = Optional.ofNullable(CredentialsFile.in(Path.of(setting("vigil.data", "data")))
                .read()
                .get(Role.ADMIN));
        return new AdminClient(
                URI.create(url),
                admin.map(IssuedCredentials::token)
                        .orElseThrow(() -> new IOException("There is no administrator account in vigil.data")));
    }

    private static String setting(String name, String usual) {
        var variable = name.toUpperCase(Locale.ROOT).replace('.', '_');
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .orElse(usual);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, Optional.empty());
    }

    JsonNode send(String method, String path, Optional<JsonNode> body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.map(JsonNode::toString)
                                .map(BodyPublishers::ofString)
                                .orElseGet(BodyPublishers::noBody));
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            var content = JSON.readTree(answer.body());
            if (answer.statusCode() >= 400) {
                throw new IOException(
                        answer.statusCode() + ": " + content.path("detail").asText());
            }
            return content;
        }
    }

    static JsonNode json(Object value) {
        return JSON.valueToTree(value);
    }
}
