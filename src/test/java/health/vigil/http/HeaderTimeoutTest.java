package health.vigil.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static health.vigil.http.OwnServer.read;
import static health.vigil.http.OwnServer.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class HeaderTimeoutTest {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final Vertx vertx = Vertx.vertx();
    private final OwnServer server = OwnServer.start(vertx, HeaderTimeoutTest::hasPatience, this::routes);

    private static void hasPatience(HttpConnection opened) {
        ((ConnectionBase) opened).channel().pipeline().addFirst(new HeaderTimeout(PATIENCE));
    }

    private void routes(Router router) {
        router.route().handler(HeaderTimeout::headersArrived);
        router.get("/long")
                .handler(request -> vertx.setTimer(PATIENCE.multipliedBy(2).toMillis(), _ -> request.end()));
        router.route().handler(request -> request.end("read"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void headersThatComeDropByDropAreNotWaitedFor() throws IOException {
        try (var socket = server.open()) {
            drip(socket);
        }
    }

    @Test
    void neitherAreThoseOfALaterRequest() throws IOException {
        try (var socket = server.open()) {
            write(socket, REQUEST);
            assertThat(read(socket, 16)).contains(" 200 ");

            drip(socket);
        }
    }

    @Test
    void silenceBetweenRequestsAndALongAnswerAreOtherMatters() throws Exception {
        try (var socket = server.open()) {
            write(socket, REQUEST.replace("GET /", "GET /long"));
            assertThat(read(socket, 16)).contains(" 200 ");
            vertx.timer(PATIENCE.multipliedBy(2).toMillis())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();

            write(socket, REQUEST);
            assertThat(read(socket, 60)).contains(" 200 ");
        }
    }

    /// Writes until the server closes the connection.
    private static void drip(Socket socket) throws IOException {
        write(socket, "GET / HTTP/1.1\r\n");
        await().untilAsserted(() -> assertThatCode(() -> write(socket, "a")).isInstanceOf(IOException.class));
    }
}
