package health.vigil.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static health.vigil.http.OwnServer.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/// The server closes its side and waits for the client only for a limited time.
class LingeringCloseTest {
    private static final String REFUSED = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n";
    private static final Duration SILENCE = Duration.ofMillis(200);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whoGoesOnAndOnIsCutOff() throws IOException {
        try (var socket = refusedClient(5)) {
            await().untilAsserted(() -> assertCut(socket));
        }
    }

    @Test
    void soIsWhoSaysNothing() throws IOException {
        try (var socket = refusedClient(Integer.MAX_VALUE)) {
            vertx.timer(SILENCE.multipliedBy(2).toMillis())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();

            await().untilAsserted(() -> assertCut(socket));
        }
    }

    private static void assertCut(Socket socket) {
        assertThatCode(() -> write(socket, "a")).isInstanceOf(IOException.class);
    }

    /// A client that has read the whole answer and stays connected.
    private Socket refusedClient(int looks) throws IOException {
        var server = OwnServer.start(vertx, connection -> lingers(connection, looks), LingeringCloseTest::routes);
        var socket = server.open();
        write(socket, REFUSED);
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                .contains(" 413 ");
        return socket;
    }

    private static void lingers(HttpConnection opened, int looks) {
        ((ConnectionBase) opened).channel().pipeline().addFirst(new LingeringClose(SILENCE, looks));
    }

    private static void routes(Router router) {
        router.route().handler(request -> {
            request.response().setStatusCode(413).end();
            request.request().connection().close();
        });
    }
}
