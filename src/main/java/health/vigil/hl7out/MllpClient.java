package health.vigil.hl7out;

import health.vigil.hl7.AckReading;
import health.vigil.hl7.MllpDecoder;
import health.vigil.hl7.MllpEvent;
import health.vigil.hl7.MllpFrame;
import health.vigil.hl7out.AlarmSettings.OneReceiver;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends each message over its own connection, and waits for the answer to it. An answer to another message is
/// none. One time limit covers everything. Over TLS the certificate must be trusted and must name the host;
/// authorities and our own certificate are those of `quarkus.tls.mllp-alerts`, else Java's authorities count.
final class MllpClient {
    private static final String TLS = "mllp-alerts";
    private static final int LARGEST_ANSWER = 64 * 1024;

    private final NetClient secure;
    private final NetClient plain;

    MllpClient(Vertx vertx, TlsConfigurationRegistry registry) {
        this.secure = vertx.createNetClient(secured(registry));
        this.plain = vertx.createNetClient(new NetClientOptions());
    }

    private static NetClientOptions secured(TlsConfigurationRegistry registry) {
        var options = new NetClientOptions().setSsl(true).setHostnameVerificationAlgorithm("HTTPS");
        registry.get(TLS).ifPresent(tls -> {
            if (tls.getTrustStoreOptions() != null) {
                options.setTrustOptions(tls.getTrustStoreOptions());
            }
            if (tls.getKeyStoreOptions() != null) {
                options.setKeyCertOptions(tls.getKeyStoreOptions());
            }
        });
        return options;
    }

    /// Sends a message.
    ///
    /// @param controlId the id that the answer must name
    AlarmOutcome send(OneReceiver receiver, String message, String controlId) {
        var answer = new CompletableFuture<byte[]>();
        var client = receiver.plain() ? plain : secure;
        var connected = client.connect(receiver.port(), receiver.host());
        connected.onFailure(answer::completeExceptionally).onSuccess(socket -> exchange(socket, message, answer));
        try {
            return outcome(answer.get(receiver.patience().toMillis(), TimeUnit.MILLISECONDS), controlId);
        } catch (ExecutionException failed) {
            return new AlarmOutcome.Silent("no connection, or it broke");
        } catch (TimeoutException late) {
            return new AlarmOutcome.Silent("no answer in time");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new AlarmOutcome.Silent("stopped");
        } finally {
            close(connected);
        }
    }

    private static void exchange(NetSocket socket, String message, CompletableFuture<byte[]> answer) {
        var decoder = new MllpDecoder(LARGEST_ANSWER);
        socket.exceptionHandler(answer::completeExceptionally);
        socket.closeHandler(_ -> answer.completeExceptionally(new IllegalStateException("closed")));
        socket.handler(bytes -> {
            for (var event : decoder.decode(bytes.getBytes())) {
                switch (event) {
                    case MllpEvent.Received(var frame) -> answer.complete(frame.bytes());
                    case MllpEvent.Interrupted _ -> {}
                    case MllpEvent.Broken _ -> answer.completeExceptionally(new IllegalStateException("no frame"));
                }
            }
            // Some receivers leave out the last carriage return.
            decoder.atRest().map(MllpFrame::bytes).ifPresent(answer::complete);
        });
        socket.write(Buffer.buffer(MllpDecoder.framed(message.getBytes(StandardCharsets.UTF_8))))
                .onFailure(answer::completeExceptionally);
    }

    private static AlarmOutcome outcome(byte[] answer, String controlId) {
        var read = AckReading.of(answer).filter(ack -> ack.controlId().equals(controlId));
        if (read.filter(AckReading::accepts).isPresent()) {
            return new AlarmOutcome.AlarmTaken();
        }
        return read.filter(AckReading::refuses)
                .<AlarmOutcome>map(ack -> new AlarmOutcome.AlarmRefused("the receiver answered " + ack.code()))
                .orElseGet(() -> new AlarmOutcome.Silent("no answer to this message"));
    }

    private static void close(Future<NetSocket> connected) {
        connected.onSuccess(NetSocket::close);
    }
}
