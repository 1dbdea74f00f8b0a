package health.vigil.api;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.impl.ConnectionBase;
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
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

/// Over a server of its own: the service's patience is longer than a test's.
class HeaderPatienceTest {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final Vertx vertx = Vertx.vertx();
    private int port;

    @BeforeEach
    void start() {
        var router = Router.router(vertx);
        router.route().handler(HeaderPatience::tell);
        router.get("/long")
                .handler(request -> vertx.setTimer(PATIENCE.multipliedBy(2).toMillis(), _ -> request.end()));
        router.route().handler(request -> request.end("read"));
        port = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .connectionHandler(
                        opened -> ((ConnectionBase) opened).channel().pipeline().addFirst(new HeaderPatience(PATIENCE)))
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
    void headersThatComeDropByDropAreNotWaitedFor() throws IOException {
        try (var socket = open()) {
            drip(socket);
        }
    }

    @Test
    void neitherAreThoseOfALaterRequest() throws IOException {
        try (var socket = open()) {
            write(socket, REQUEST);
            assertThat(firstLine(socket)).contains(" 200 ");

            drip(socket);
        }
    }

    @Test
    void silenceBetweenRequestsAndALongAnswerAreOtherMatters() throws Exception {
        try (var socket = open()) {
            write(socket, REQUEST.replace("GET /", "GET /long"));
            assertThat(firstLine(socket)).contains(" 200 ");
            vertx.timer(PATIENCE.multipliedBy(2).toMillis())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();

            write(socket, REQUEST);
            assertThat(new String(socket.getInputStream().readNBytes(60), StandardCharsets.ISO_8859_1))
                    .contains(" 200 ");
        }
    }

    /// Writes until the other side has closed.
    private static void drip(Socket socket) throws IOException {
        write(socket, "GET / HTTP/1.1\r\n");
        await().atMost(PATIENCE.multipliedBy(10))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThatCode(() -> write(socket, "a")).isInstanceOf(IOException.class));
    }

    private Socket open() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String firstLine(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(16), StandardCharsets.ISO_8859_1);
    }
}
