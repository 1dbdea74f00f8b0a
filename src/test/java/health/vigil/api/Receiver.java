package health.vigil.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import health.vigil.EmbeddedTestResource;
import health.vigil.access.As;
import health.vigil.access.Role;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import static io.restassured.http.ContentType.JSON;

/// Another system that receives the alerts of one ward by webhook.
final class Receiver implements AutoCloseable {
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(EmbeddedTestResource.INNER_HOST, 0), 0);

    Receiver(String ward) throws IOException {
        server.createContext("/", this::receive);
        server.start();
        As.role(Role.ADMIN)
                .contentType(JSON)
                .body(Map.of(
                        "url",
                        "http://%s:%d/"
                                .formatted(
                                        EmbeddedTestResource.INNER_HOST,
                                        server.getAddress().getPort()),
                        "ward",
                        ward))
                .post("/v1/webhooks")
                .then()
                .statusCode(201);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    List<String> bodies() {
        return List.copyOf(bodies);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
