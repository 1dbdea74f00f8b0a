package health.vigil.ingest.hl7;

import health.vigil.Eventually;
import health.vigil.role.TcpPorts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Connections: their order, their limits and their end.
class MllpListenerTest {
    private static final MllpLimits LIMITS = new MllpLimits(
            8,
            4,
            1024,
            64,
            1024 * 1024,
            Duration.ofMillis(300),
            Duration.ofMillis(50),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10));

    private final Vertx vertx = Vertx.vertx();
    private SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<String> refusals = new ArrayList<>();
    private FrameHandler handler = (_, frame) -> frame(new String(frame, StandardCharsets.ISO_8859_1));
    private MllpListener listener = listener(Hl7Configuration.laboratory(), LIMITS);

    private static MllpReply frame(String text) {
        return new MllpReply.AckFrame(Buffer.buffer("\u000b" + text + "\u001c\r"), false);
    }

    private MllpListener listener(Hl7Senders senders, MllpLimits limits) {
        return new MllpListener(
                vertx,
                new NetServerOptions().setHost("127.0.0.1").setPort(0),
                senders,
                new FrameHandler() {
                    @Override
                    public MllpReply reply(MllpPeer peer, byte[] frame) {
                        return handler.reply(peer, frame);
                    }

                    @Override
                    public MllpReply tooLarge(MllpPeer peer, byte[] beginning) {
                        return new MllpReply.AckFrame(Buffer.buffer("\u000btoo large\u001c\r"), true);
                    }
                },
                limits,
                new Hl7Metrics(registry),
                (_, address, reason) -> refusals.add(address + " " + reason));
    }

    private MllpClient client() throws IOException {
        if (listener.port() <= 0) {
            listener.start();
        }
        return MllpClient.plain(listener.port());
    }

    @AfterEach
    void stop() {
        listener.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void fiveHundredMessagesAreAnsweredInOrder() throws IOException {
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        handler = (_, bytes) -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            atOnce.decrementAndGet();
            return frame(new String(bytes, StandardCharsets.ISO_8859_1));
        };
        try (var client = client()) {
            var all = new StringBuilder();
            IntStream.range(0, 500)
                    .forEach(number -> all.append("\u000b").append(number).append("\u001c\r"));
            client.raw(all.toString());

            for (int number = 0; number < 500; number++) {
                assertThat(client.answer()).contains(Integer.toString(number));
            }
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void theNextMessageWaitsForTheAnswerToTheLast() throws Exception {
        var begun = new ConcurrentLinkedQueue<String>();
        var release = new CountDownLatch(1);
        handler = (_, bytes) -> {
            begun.add(new String(bytes, StandardCharsets.ISO_8859_1));
            join(release);
            return frame("done");
        };
        try (var client = client()) {
            client.send("1").send("2");
            Eventually.await().until(() -> !begun.isEmpty());
            Thread.sleep(100);
            assertThat(begun).containsExactly("1");
            release.countDown();
            assertThat(client.answer()).contains("done");
            assertThat(client.answer()).contains("done");
        }
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aFrameThatIsNotProcessedClosesTheConnection() throws IOException {
        handler = (_, _) -> new MllpReply.Unanswered();
        try (var client = client()) {
            assertThat(client.send("1").isClosed()).isTrue();
        }
    }

    @Test
    void aFaultOfTheHandlerClosesTheConnection() throws IOException {
        handler = (_, _) -> {
            throw new IllegalStateException("broken");
        };
        try (var client = client()) {
            assertThat(client.send("1").isClosed()).isTrue();
        }
        assertThat(registry.counter("vigil.hl7.unanswered", "sender", "lab").count())
                .isOne();
    }

    @Test
    void aMessageWithoutAnAnswerDoesNotHoldUpTheNext() throws IOException {
        handler = (_, bytes) -> bytes.length == 1
                ? new MllpReply.NoAnswerWanted()
                : frame(new String(bytes, StandardCharsets.ISO_8859_1));
        try (var client = client()) {
            assertThat(client.send("1").send("22").answer()).contains("22");
        }
    }

    @Test
    void aFrameMustArriveInTime() throws IOException {
        try (var client = client()) {
            client.raw("\u000bMSH|");
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void aConnectionThatSaysNothingIsClosed() throws IOException {
        listener = listener(Hl7Configuration.laboratory(), limits(8, Duration.ofMillis(300)));
        try (var client = client()) {
            assertThat(client.send("1").answer()).contains("1");
            assertThat(client.isClosed()).isTrue();
        }
    }

    /// Else a connection would be closed after the time for the headers of a request.
    @Test
    void theLimitsOfHttpDoNotHoldHere() throws IOException {
        try (var client = client()) {
            assertThat(client.send("1").answer()).contains("1");
            assertThat(TcpPorts.contains(listener.port())).isTrue();
        }
    }

    @Test
    void allSendersTogetherHaveAMostOfConnections() throws IOException {
        listener = listener(Hl7Configuration.laboratory(), limits(2, LIMITS.idle()));
        try (var one = client();
                var other = client()) {
            assertThat(one.send("1").answer()).contains("1");
            assertThat(other.send("2").answer()).contains("2");
            try (var third = client()) {
                assertThat(third.isClosed()).isTrue();
            }
        }
    }

    private static MllpLimits limits(int connections, Duration idle) {
        return new MllpLimits(
                connections,
                LIMITS.ofOneSender(),
                LIMITS.frame(),
                LIMITS.waiting(),
                LIMITS.held(),
                LIMITS.unfinished(),
                LIMITS.rest(),
                idle,
                LIMITS.stop());
    }

    /// A byte now and then does not prolong it.
    @Test
    void aSlowFrameIsClosed() throws Exception {
        try (var client = client()) {
            client.raw("\u000b");
            var began = System.nanoTime();
            try {
                for (int octet = 0; octet < 100; octet++) {
                    client.raw("x");
                    Thread.sleep(50);
                }
            } catch (UncheckedIOException closed) {
                // As expected: the next write fails.
            }
            assertThat(client.isClosed()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
        }
    }

    @Test
    void aFrameThatIsTooLargeIsAnsweredAndClosed() throws IOException {
        try (var client = client()) {
            client.send("1").send("x".repeat(2000));
            assertThat(client.answer()).contains("1");
            assertThat(client.answer()).contains("too large");
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void aFrameThatIsTooLargeAndHasNoEndIsAnsweredInTime() throws IOException {
        try (var client = client()) {
            client.raw("\u000b" + "x".repeat(2000));
            assertThat(client.answer()).contains("too large");
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void theSignForTheEndInsideAMessageIsClosed() throws IOException {
        try (var client = client()) {
            assertThat(client.raw("\u000bMSH|\u001cMSH|").isClosed()).isTrue();
        }
    }

    @Test
    void aFrameWithoutItsLastByteIsCompleteWhenTheSenderRests() throws IOException {
        try (var client = client()) {
            assertThat(client.raw("\u000bMSH\u001c").answer()).contains("MSH");
        }
    }

    @Test
    void aSenderHasAMostOfConnections() throws IOException {
        var clients = new ArrayList<MllpClient>();
        for (int number = 0; number < LIMITS.ofOneSender(); number++) {
            clients.add(client());
            assertThat(clients.getLast().send("1").answer()).contains("1");
        }
        assertThat(registry.get("vigil.hl7.connections").gauge().value()).isEqualTo(LIMITS.ofOneSender());
        try (var another = client()) {
            assertThat(another.isClosed()).isTrue();
        }
        for (var client : clients) {
            client.close();
        }
        Eventually.await()
                .until(() -> registry.get("vigil.hl7.connections").gauge().value() == 0);
        try (var again = client()) {
            assertThat(again.send("1").answer()).contains("1");
        }
    }

    @Test
    void whatWaitsIsLimitedForAllConnections() throws IOException {
        var limits = new MllpLimits(
                8, 4, 1024, 64, 1000, Duration.ofSeconds(30), LIMITS.rest(), LIMITS.idle(), LIMITS.stop());
        registry = new SimpleMeterRegistry();
        listener = listener(Hl7Configuration.laboratory(), limits);
        try (var one = client();
                var other = client()) {
            one.raw("\u000b" + "x".repeat(900));
            Eventually.await()
                    .until(() -> registry.get("vigil.hl7.connections").gauge().value() == 2);
            other.raw("\u000b" + "x".repeat(900));
            Eventually.await()
                    .until(() -> registry.get("vigil.hl7.connections").gauge().value() == 1);
        }
    }

    @Test
    void anUnknownAddressIsRefused() throws IOException {
        listener = listener(
                Hl7Configuration.local(
                        Map.of("senders.lab.addresses", "192.0.2.0/24", "senders.lab.patient-authority", "HOSP")),
                LIMITS);
        try (var client = client()) {
            assertThat(client.isClosed()).isTrue();
        }
        assertThat(refusals).containsExactly("127.0.0.1 No sender has this certificate and address");
    }

    @Test
    void aStopAnswersWhatWasBegunAndNothingMore() throws Exception {
        var begun = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var handled = new AtomicInteger();
        handler = (_, _) -> {
            handled.incrementAndGet();
            begun.countDown();
            join(release);
            return frame("done");
        };
        try (var client = client()) {
            client.send("1").send("2");
            begun.await();
            var stop = Thread.ofVirtual().start(listener::stop);
            Eventually.await().until(() -> !listener.listens());
            release.countDown();
            assertThat(client.answer()).contains("done");
            assertThat(client.isClosed()).isTrue();
            stop.join();
        }
        assertThat(handled).hasValue(1);
    }
}
