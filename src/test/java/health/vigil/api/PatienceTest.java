package health.vigil.api;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Over a server of its own: the service's patience is longer than a test's.
class PatienceTest {
    private final Vertx vertx = Vertx.vertx();
    private int port;

    @BeforeEach
    void start() {
        var router = Router.router(vertx);
        router.route().handler(new Patience(vertx, Duration.ofMillis(300))::hold);
        router.route().handler(request -> request.request().body().onSuccess(_ -> request.end("read")));
        router.route()
                .failureHandler(request ->
                        request.response().setStatusCode(request.statusCode()).end());
        port = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aBodyThatComesDropByDropIsNotWaitedFor() throws IOException {
        assertThat(firstLine("Content-Length: 1000", "{\"username\":")).contains(" 408 ");
        assertThat(firstLine("Transfer-Encoding: chunked", "5\r\nabc")).contains(" 408 ");
    }

    @Test
    void aBodyThatIsThereIsRead() throws IOException {
        assertThat(firstLine("Content-Length: 2", "{}")).contains(" 200 ");
    }

    private String firstLine(String header, String body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var request = "POST / HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readNBytes(16), StandardCharsets.ISO_8859_1);
        }
    }
}
