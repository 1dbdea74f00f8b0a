package health.vigil.webhook;

import health.vigil.webhook.Post.HostLookup;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Delivery to receivers that misbehave.
class PostTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final TrustedAuthorities JAVAS = new TrustedAuthorities(Optional.empty(), Optional.empty());
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        VERTX.close();
    }

    record Settings(boolean allowPrivate, Optional<Set<String>> innerHosts, Duration patience)
            implements WebhookSettings {
        @Override
        public int couriers() {
            return 1;
        }

        @Override
        public Duration giveUpAfter() {
            return Duration.ofHours(24);
        }

        @Override
        public Duration look() {
            return Duration.ofMillis(200);
        }
    }

    private static DeliveryOutcome send(ServerSocket receiver, boolean allowPrivate) {
        var settings = new Settings(allowPrivate, Optional.empty(), Duration.ofMillis(500));
        var uri = URI.create("http://127.0.0.1:" + receiver.getLocalPort() + "/hook?a=b");
        return send(uri, settings, InetAddress::getAllByName);
    }

    private static DeliveryOutcome send(URI uri, Settings settings, HostLookup hosts) {
        try (var post = new Post(VERTX, settings, JAVAS, hosts)) {
            return post.send(uri, Map.of("webhook-id", "msg_1"), "{}");
        }
    }

    /// What a receiver does with its one connection.
    @FunctionalInterface
    private interface Exchange {
        void with(Socket connection) throws IOException;
    }

    /// Accepts one connection, and reads it to its end after the exchange.
    private static void serve(ServerSocket receiver, Exchange exchange) {
        Thread.ofVirtual().start(() -> {
            try (var connection = receiver.accept()) {
                exchange.with(connection);
                connection.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException closed) {
                // The sender may close the connection at any time.
            }
        });
    }

    static void answer(ServerSocket receiver, String text) {
        serve(receiver, connection -> {
            connection.getInputStream().read(new byte[4096]);
            write(connection, text);
        });
    }

    private static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().flush();
    }

    @ParameterizedTest
    @CsvSource({"200, Success", "204, Success", "301, Rejection", "400, Rejection", "410, Rejection"})
    void theStatusSaysWhatBecameOfIt(int status, String outcome) throws IOException {
        try (var receiver = new ServerSocket(0, 1, HERE)) {
            answer(receiver, "HTTP/1.1 " + status + " x\r\n\r\n");

            assertThat(send(receiver, true).getClass().getSimpleName()).isEqualTo(outcome);
        }
    }

    @ParameterizedTest
    @CsvSource({"408", "425", "429", "500", "503"})
    void whoAsksForPatienceIsTriedAgain(int status) throws IOException {
        try (var receiver = new ServerSocket(0, 1, HERE)) {
            answer(receiver, "HTTP/1.1 " + status + " x\r\n\r\n");

            assertThat(send(receiver, true)).isInstanceOf(DeliveryOutcome.Unreachable.class);
        }
    }

    @Test
    void aReceiverThatNeverAnswersIsLeft() throws IOException {
        try (var receiver = new ServerSocket(0, 1, HERE)) {
            answer(receiver, "HTTP/1.1 2");

            assertThat(send(receiver, true)).isInstanceOf(DeliveryOutcome.Unreachable.class);
        }
    }

    @Test
    void aLineWithoutAnEndIsNotReadToItsEnd() throws IOException {
        try (var receiver = new ServerSocket(0, 1, HERE)) {
            answer(receiver, "HTTP/1.1 200 " + "x".repeat(100_000));

            assertThat(send(receiver, true)).isInstanceOf(DeliveryOutcome.Unreachable.class);
        }
    }

    /// The address is checked at each delivery, also if the name was public when the webhook was created.
    @Test
    void anAddressOfThisNetworkIsNotConnectedTo() throws IOException {
        try (var receiver = new ServerSocket(0, 1, HERE)) {
            assertThat(send(receiver, false))
                    .isEqualTo(new DeliveryOutcome.Unreachable(0, "the host leads into this network"));
        }
    }

    /// A second lookup would return another address, so the host must be looked up only once.
    @Test
    void theAddressThatWasJudgedIsConnectedToWhateverTheNameLeadsToThen() throws Exception {
        var requests = new LinkedBlockingQueue<String>();
        var asked = new CopyOnWriteArrayList<String>();
        try (var receiver = new ServerSocket(0, 1, HERE)) {
            noting(receiver, requests);
            var uri = URI.create("http://receiver.invalid:" + receiver.getLocalPort() + "/hook?a=b");

            var outcome = send(uri, new Settings(true, Optional.empty(), Duration.ofSeconds(10)), host -> {
                asked.add(host);
                return asked.size() == 1 ? new InetAddress[] {HERE} : new InetAddress[0];
            });

            assertThat(outcome).isEqualTo(new DeliveryOutcome.Success(204));
            assertThat(asked).isEqualTo(List.of("receiver.invalid"));
            assertThat(String.valueOf(requests.poll(1, TimeUnit.MINUTES)))
                    .startsWith("POST /hook?a=b HTTP/1.1\r\n")
                    .containsIgnoringCase("host: receiver.invalid:" + receiver.getLocalPort() + "\r\n")
                    .containsIgnoringCase("content-type: application/json\r\n")
                    .containsIgnoringCase("content-length: 2\r\n")
                    .containsIgnoringCase("connection: close\r\n")
                    .endsWith("\r\n\r\n{}");
        }
    }

    @Test
    void aNameOfWhichOneAddressLeadsIntoThisNetworkIsNotConnectedTo() {
        var settings = new Settings(false, Optional.empty(), Duration.ofSeconds(10));

        var outcome = send(URI.create("http://receiver.invalid/"), settings, _ ->
                new InetAddress[] {InetAddress.getByName("203.0.113.1"), HERE});

        assertThat(outcome).isEqualTo(new DeliveryOutcome.Unreachable(0, "the host leads into this network"));
    }

    private static void noting(ServerSocket receiver, LinkedBlockingQueue<String> requests) {
        serve(receiver, connection -> {
            requests.add(request(connection.getInputStream()));
            write(connection, "HTTP/1.1 204 x\r\n\r\n");
        });
    }

    /// Reads a request to the end of its body, or to the end of the connection if that comes first.
    private static String request(InputStream in) throws IOException {
        var request = new StringBuilder();
        var next = in.read();
        while (next >= 0) {
            request.append((char) next);
            next = request.toString().endsWith("\r\n\r\n{}") ? -1 : in.read();
        }
        return request.toString();
    }

    /// Only the head of the response is awaited.
    @Test
    void anAnswerWithoutAnEndIsNotReadToItsEnd() throws IOException {
        try (var receiver = new ServerSocket(0, 1, HERE)) {
            answer(receiver, "HTTP/1.1 200 x\r\nContent-Length: 1000000000\r\n\r\n");

            assertThat(send(receiver, true)).isEqualTo(new DeliveryOutcome.Success(200));
        }
    }

    @Test
    void headersWithoutAnEndAreNotReadToTheirEnd() throws IOException {
        try (var receiver = new ServerSocket(0, 1, HERE)) {
            answer(receiver, "HTTP/1.1 200 x\r\n" + "a: b\r\n".repeat(100_000));

            assertThat(send(receiver, true)).isInstanceOf(DeliveryOutcome.Unreachable.class);
        }
    }

    @Test
    void nobodyThereIsUnreachable() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, HERE)) {
            port = closed.getLocalPort();
        }
        var settings = new Settings(true, Optional.empty(), Duration.ofSeconds(10));

        var outcome = send(URI.create("http://127.0.0.1:" + port), settings, InetAddress::getAllByName);

        assertThat(outcome).isEqualTo(new DeliveryOutcome.Unreachable(0, "no connection, or it broke"));
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 20", "7, 320", "8, 600", "100, 600"})
    void eachAttemptWaitsTwiceAsLongAsTheOneBefore(int attempts, int seconds) {
        assertThat(Backoff.after(attempts)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
