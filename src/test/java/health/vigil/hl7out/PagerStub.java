package health.vigil.hl7out;

import health.vigil.EmbeddedTestResource;
import health.vigil.hl7.MllpDecoder;
import health.vigil.hl7.MllpEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.ConfigProvider;

/// A receiver of HL7 messages. It answers each one as the test wants.
final class PagerStub implements AutoCloseable {
    private final ServerSocket server = new ServerSocket();
    private final List<PagedMessage> received = new CopyOnWriteArrayList<>();
    private volatile Optional<String> code = Optional.of("AA");
    private volatile UnaryOperator<String> answeredId = id -> id;
    private final AtomicReference<Optional<Runnable>> beforeAnswer = new AtomicReference<>(Optional.empty());
    private final Thread accepting;

    PagerStub() throws IOException {
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getByName(EmbeddedTestResource.INNER_HOST), port()));
        accepting = Thread.ofVirtual().start(this::accept);
    }

    private static int port() {
        return ConfigProvider.getConfig().getValue("vigil.hl7.alerts.pager.port", Integer.class);
    }

    /// A message.
    record PagedMessage(String text) {
        private String field(String segment, int number) {
            return text.lines()
                    .filter(line -> line.startsWith(segment + "|"))
                    .map(line -> line.split("\\|", -1)[number])
                    .findFirst()
                    .orElse("");
        }

        String id() {
            return field("MSH", 9);
        }

        String alert() {
            return field("OBR", 3);
        }

        String phase() {
            return text.lines()
                    .filter(line -> line.contains("MDC_ATTR_EVENT_PHASE"))
                    .map(line -> line.split("\\|", -1)[5])
                    .findFirst()
                    .orElse("");
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var decoder = new MllpDecoder(1024 * 1024);
            var bytes = new byte[4096];
            for (int count = socket.getInputStream().read(bytes);
                    count >= 0;
                    count = socket.getInputStream().read(bytes)) {
                for (var event : decoder.decode(Arrays.copyOf(bytes, count))) {
                    if (event instanceof MllpEvent.Received(var frame)) {
                        answer(socket, new PagedMessage(new String(frame.bytes(), StandardCharsets.UTF_8)));
                    }
                }
            }
        } catch (IOException closed) {
            // The sender may close the connection at any time.
        }
    }

    private void answer(Socket socket, PagedMessage message) throws IOException {
        received.add(message);
        beforeAnswer.getAndSet(Optional.empty()).ifPresent(Runnable::run);
        if (code.isPresent()) {
            var answer = "MSH|^~\\&|PAGER||VIGIL||20260302100000||ACK^R40^ACK|1|P|2.6\rMSA|%s|%s\r"
                    .formatted(code.get(), answeredId.apply(message.id()));
            socket.getOutputStream().write(MllpDecoder.framed(answer.getBytes(StandardCharsets.UTF_8)));
            socket.getOutputStream().flush();
        }
    }

    void answers(String acknowledgement) {
        code = Optional.of(acknowledgement);
    }

    /// Does something between the next message and its answer.
    void beforeTheNextAnswer(Runnable work) {
        beforeAnswer.set(Optional.of(work));
    }

    void answersNothing() {
        code = Optional.empty();
    }

    void answersForAnotherMessage() {
        answeredId = id -> id + "0";
    }

    void answersForTheMessage() {
        answeredId = id -> id;
    }

    /// What was received about an alert.
    List<PagedMessage> about(Object alert) {
        return received.stream()
                .filter(message -> message.alert().equals(alert + "^VIGIL"))
                .toList();
    }

    /// Ends when the port is free again: the socket listens until the thread that accepts has left it.
    @Override
    public void close() throws IOException {
        server.close();
        try {
            accepting.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
