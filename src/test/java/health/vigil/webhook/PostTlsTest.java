package health.vigil.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import health.vigil.wire.Certificate;
import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Nothing is sent to a receiver without a trusted certificate for its name.
class PostTlsTest {
    private static final InetSocketAddress HERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final DeliveryOutcome NOT_THE_RECEIVER =
            new DeliveryOutcome.Unreachable(0, "the certificate is not trusted, or does not name the host");

    private static final TrustedAuthorities JAVAS = new TrustedAuthorities(Optional.empty(), Optional.empty());
    private static final Vertx VERTX = Vertx.vertx();

    @TempDir
    private static Path folder;

    private static Certificate certificate;
    private static Path authorities;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private Optional<HttpsServer> open = Optional.empty();

    @BeforeAll
    static void make() throws IOException, InterruptedException, GeneralSecurityException {
        certificate = Certificate.make(folder, "receiver", "dns:localhost");
        authorities = Certificate.trusting(folder.resolve("authorities.p12"), List.of(certificate));
    }

    @AfterAll
    static void end() {
        VERTX.close();
    }

    @AfterEach
    void close() {
        open.ifPresent(server -> server.stop(0));
    }

    /// Accepts connections over TLS.
    ///
    /// @return its port
    private int receiver() throws IOException, GeneralSecurityException {
        var server = HttpsServer.create(HERE, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.showing(authorities)));
        server.createContext("/", this::receive);
        server.start();
        open = Optional.of(server);
        return server.getAddress().getPort();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private static TrustedAuthorities trusting() throws IOException, GeneralSecurityException {
        var manager = Certificate.trust(authorities).getTrustManagers()[0];
        return new TrustedAuthorities(Optional.of(TrustOptions.wrap(manager)), Optional.empty());
    }

    /// Every name leads to this machine.
    private static DeliveryOutcome send(String host, int port, TrustedAuthorities tls) {
        var settings = new PostTest.Settings(true, Optional.empty(), Duration.ofSeconds(10));
        var uri = URI.create("https://" + host + ":" + port + "/hook");
        try (var post = new Post(VERTX, settings, tls, _ -> new InetAddress[] {HERE.getAddress()})) {
            return post.send(uri, Map.of("webhook-id", "msg_1"), "{\"alert\":1}");
        }
    }

    @Test
    void aReceiverWhoseCertificateIsTrustedAndItsOwnGetsTheMessage() throws IOException, GeneralSecurityException {
        var outcome = send("localhost", receiver(), trusting());

        assertThat(outcome).isEqualTo(new DeliveryOutcome.Success(204));
        assertThat(received).containsExactly("{\"alert\":1}");
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws IOException, GeneralSecurityException {
        var outcome = send("localhost", receiver(), JAVAS);

        assertThat(outcome).isEqualTo(NOT_THE_RECEIVER);
        assertThat(received).isEmpty();
    }

    @Test
    void aTrustedCertificateOfAnotherHostIsRefused() throws IOException, GeneralSecurityException {
        var outcome = send("127.0.0.1", receiver(), trusting());

        assertThat(outcome).isEqualTo(NOT_THE_RECEIVER);
        assertThat(received).isEmpty();
    }

    /// The certificate must contain the host name, whatever address the connection uses.
    @Test
    void anotherNameThatLeadsToTheSameReceiverIsRefused() throws IOException, GeneralSecurityException {
        var outcome = send("receiver.invalid", receiver(), trusting());

        assertThat(outcome).isEqualTo(NOT_THE_RECEIVER);
        assertThat(received).isEmpty();
    }

    @Test
    void whoeverAnswersWithoutTlsIsNotBelieved() throws IOException, GeneralSecurityException {
        try (var plain = new ServerSocket(0, 1, HERE.getAddress())) {
            PostTest.answer(plain, "HTTP/1.1 204 x\r\n\r\n");

            assertThat(send("localhost", plain.getLocalPort(), trusting()))
                    .isInstanceOf(DeliveryOutcome.Unreachable.class);
        }
    }
}
