package health.vigil.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A client of the service: its address, and a token for each account.
final class Service implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int TRIES = 90;
    private static final Pattern NEXT_PAGE = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private final URI base;
    private final Map<Account, String> tokens;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private Service(URI base, Map<Account, String> tokens) {
        this.base = base;
        this.tokens = tokens;
    }

    static Service at(URI base, Path credentials) throws IOException {
        var file = JSON.readTree(credentials.toFile());
        var tokens = new EnumMap<Account, String>(Account.class);
        for (var account : Account.values()) {
            tokens.put(account, file.path(account.role()).path("token").asText());
        }
        return new Service(base, tokens);
    }

    URI address(String path) {
        return base.resolve(path);
    }

    /// Whether the file has a token for an account. A file of an older version lacks those of newer roles.
    boolean has(Account account) {
        return !tokens.getOrDefault(account, "").isEmpty();
    }

    ServiceAnswer post(Account account, String path, JsonNode body) throws IOException, InterruptedException {
        return send(account, "POST", path, BodyPublishers.ofString(body.toString()));
    }

    ServiceAnswer put(Account account, String path, JsonNode body) throws IOException, InterruptedException {
        return send(account, "PUT", path, BodyPublishers.ofString(body.toString()));
    }

    ServiceAnswer patch(Account account, String path, JsonNode body) throws IOException, InterruptedException {
        return send(account, "PATCH", path, BodyPublishers.ofString(body.toString()));
    }

    ServiceAnswer get(Account account, String path) throws IOException, InterruptedException {
        return send(account, "GET", path, BodyPublishers.noBody());
    }

    ServiceAnswer delete(Account account, String path) throws IOException, InterruptedException {
        return send(account, "DELETE", path, BodyPublishers.noBody());
    }

    /// One try of a request.
    @FunctionalInterface
    interface Attempt {
        ServiceAnswer send() throws IOException, InterruptedException;
    }

    /// Posts until the service gives an answer other than "retry later". Observations can be repeated,
    /// because their ids mark duplicates.
    ServiceAnswer insist(Account account, String path, JsonNode body) throws IOException, InterruptedException {
        return insist(() -> post(account, path, body));
    }

    /// Sends until the service gives an answer other than "retry later".
    ServiceAnswer insist(Attempt attempt) throws IOException, InterruptedException {
        for (var left = TRIES; left > 1; left--) {
            try {
                var answer = attempt.send();
                if (answer.status() != ServiceAnswer.UNAVAILABLE) {
                    return answer;
                }
            } catch (IOException away) {
                // The last attempt below throws.
            }
            Thread.sleep(PAUSE);
        }
        return attempt.send();
    }

    /// Waits until all parts of the service are ready.
    void awaitReady() throws IOException, InterruptedException {
        for (var left = TRIES; left > 0; left--) {
            if (ready()) {
                return;
            }
            Thread.sleep(PAUSE);
        }
        throw new IOException("the service at " + base + " is not ready");
    }

    private boolean ready() throws InterruptedException {
        try {
            return get(Account.NURSE, "/q/health/ready").status() == 200;
        } catch (IOException away) {
            return false;
        }
    }

    private ServiceAnswer send(Account account, String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.get(account))
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        var response = client.send(request, BodyHandlers.ofByteArray());
        var next = response.headers().firstValue("Link").flatMap(Service::nextPage);
        return new ServiceAnswer(response.statusCode(), json(response.body()), next);
    }

    private static Optional<String> nextPage(String link) {
        return Optional.of(NEXT_PAGE.matcher(link)).filter(Matcher::find).map(found -> found.group(1));
    }

    private static JsonNode json(byte[] body) throws IOException {
        return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
    }

    @Override
    public void close() {
        client.close();
    }
}
