package health.vigil.api.fhir;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import health.vigil.EmbeddedTestResource;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Another system that receives notifications. The settings of the tests allow it to be on this machine.
final class SubscriptionReceiver implements AutoCloseable {
    private final List<ReceivedNotice> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger answer = new AtomicInteger(200);
    private final HttpServer server = HttpServer.create(new InetSocketAddress(EmbeddedTestResource.INNER_HOST, 0), 0);

    SubscriptionReceiver() throws IOException {
        server.createContext("/", this::receive);
        server.start();
    }

    /// A message with the status that it was answered with.
    record ReceivedNotice(Map<String, List<String>> headers, String body, int answered) {
        private JsonPath json() {
            return JsonPath.from(body);
        }

        String bundleType() {
            return json().getString("type");
        }

        String status(String name) {
            return parameter("find { it.name == '%s' }.valueCode".formatted(name));
        }

        String type() {
            return status("type");
        }

        String told() {
            return parameter("find { it.name == 'events-since-subscription-start' }.valueString");
        }

        private String parameter(String path) {
            return json().getString("entry[0].resource.parameter." + path);
        }

        List<String> numbers() {
            return json().getList("entry[0].resource.parameter.findAll { it.name == 'notification-event' }"
                    + ".collect { it.part.find { p -> p.name == 'event-number' }.valueString }");
        }

        List<String> happened() {
            return json().getList("entry[0].resource.parameter.findAll { it.name == 'notification-event' }"
                    + ".collect { it.part.find { p -> p.name == 'event' }.valueCode }");
        }

        List<String> addresses() {
            return json().getList("entry.fullUrl");
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var status = answer.get();
            received.add(new ReceivedNotice(Map.copyOf(exchange.getRequestHeaders()), body, status));
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        }
    }

    void answers(int status) {
        answer.set(status);
    }

    String url() {
        return "http://%s:%d/notify"
                .formatted(EmbeddedTestResource.INNER_HOST, server.getAddress().getPort());
    }

    List<ReceivedNotice> received() {
        return List.copyOf(received);
    }

    /// What was received of one type and accepted.
    List<ReceivedNotice> accepted(String type) {
        return received.stream()
                .filter(notice -> notice.answered() < 300 && notice.type().equals(type))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
