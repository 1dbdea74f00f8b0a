package health.vigil.subscription;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A client of the websocket of subscriptions.
final class SocketClient implements WebSocket.Listener, AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    SocketClient() {
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:%d/fhir/r4/websocket".formatted(RestAssured.port)), this)
                .join();
    }

    /// Connects and binds.
    static SocketClient bound(String token) {
        var client = new SocketClient();
        client.say("bind-with-token " + token);
        return client;
    }

    void say(String message) {
        socket.sendText(message, true).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            received.add(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedStage(text);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedStage(code);
    }

    @Override
    public void onError(WebSocket from, Throwable fault) {
        closed.complete(-1);
    }

    boolean isClosed() {
        return closed.isDone();
    }

    @Nullable
    Integer closeCode() {
        return closed.getNow(null);
    }

    List<String> types() {
        return received.stream()
                .map(message -> parameter(message, "type", "valueCode"))
                .toList();
    }

    List<String> numbers() {
        return received.stream()
                .flatMap(message -> JsonPath.from(message)
                        .<String>getList("entry[0].resource.parameter.findAll { it.name == 'notification-event' }"
                                + ".collect { it.part.find { p -> p.name == 'event-number' }.valueString }")
                        .stream())
                .toList();
    }

    List<String> received() {
        return List.copyOf(received);
    }

    private static String parameter(String message, String name, String value) {
        return JsonPath.from(message)
                .getString("entry[0].resource.parameter.find { it.name == '%s' }.%s".formatted(name, value));
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
    }
}
