package health.vigil.ehr;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// An EHR cannot hold us up or fill our memory.
class EhrHttpTest {
    private static final int TOO_MUCH = 300 * 1024;

    private final CountDownLatch ended = new CountDownLatch(1);

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @SuppressWarnings("NullAway.Init")
    private EhrHttp http;

    @BeforeEach
    void open() throws IOException, NoSuchAlgorithmException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/whole", exchange -> answer(exchange, 200, 2));
        server.createContext("/large", exchange -> answer(exchange, 200, TOO_MUCH));
        server.createContext("/failed", exchange -> answer(exchange, 500, 2));
        server.createContext("/unfinished", this::begin);
        server.start();
        http = new EhrHttp(SSLContext.getDefault(), Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        ended.countDown();
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, int length) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, length);
            exchange.getResponseBody().write(new byte[length]);
        }
    }

    /// Sends the head and one byte, and then nothing.
    private void begin(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            ended.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    @Test
    void aWholeResponseIsRead() throws IOException {
        assertThat(http.get(at("/whole")).text()).hasSize(2);
    }

    @Test
    void aBodyThatDoesNotEndIsGivenUp() {
        assertThatThrownBy(() -> http.get(at("/unfinished")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("in time");
    }

    @Test
    void aLargeBodyAndAnErrorAreRefused() {
        assertThatThrownBy(() -> http.get(at("/large"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> http.get(at("/failed")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("500");
    }
}
