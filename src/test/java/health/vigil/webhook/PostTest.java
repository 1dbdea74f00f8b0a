package health.vigil.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Against receivers that do not behave.
class PostTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

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
        return new Post(settings, (SSLSocketFactory) SSLSocketFactory.getDefault())
                .send(uri, Map.of("webhook-id", "msg_1"), "{}");
    }

    static void answer(ServerSocket receiver, String text) {
        Thread.ofVirtual().start(() -> {
            try (var connection = receiver.accept()) {
                connection.getInputStream().read(new byte[4096]);
                connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                connection.getOutputStream().flush();
                connection.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            } catch (IOException gone) {
                assertThat(gone).isNotNull();
            }
        });
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

    /// Also where the name was a public one when the webhook was made: it is judged at each delivery.
    @Test
    void anAddressOfThisNetworkIsNotConnectedTo() throws IOException {
        try (var receiver = new ServerSocket(0, 1, HERE)) {
            assertThat(send(receiver, false))
                    .isEqualTo(new DeliveryOutcome.Unreachable(0, "the host leads into this network"));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 20", "7, 320", "8, 600", "100, 600"})
    void eachAttemptWaitsTwiceAsLongAsTheOneBefore(int attempts, int seconds) {
        assertThat(Backoff.after(attempts)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
