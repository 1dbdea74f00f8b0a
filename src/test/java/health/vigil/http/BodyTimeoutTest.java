package health.vigil.http;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BodyTimeoutTest {
    private final Vertx vertx = Vertx.vertx();
    private final OwnServer server = OwnServer.start(vertx, _ -> {}, this::routes);

    private void routes(Router router) {
        router.route().handler(new BodyTimeout(vertx, Duration.ofMillis(300))::start);
        router.route().handler(request -> request.request().body().onSuccess(_ -> request.end("read")));
        router.route()
                .failureHandler(request ->
                        request.response().setStatusCode(request.statusCode()).end());
    }

    @AfterEach
    void stop() {
        server.close();
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
        try (var socket = server.open()) {
            OwnServer.write(socket, "POST / HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n" + body);
            return OwnServer.read(socket, 16);
        }
    }
}
