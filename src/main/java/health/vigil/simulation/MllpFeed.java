package health.vigil.simulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A client of MLLP on this machine. It sends one message, waits for the answer, and sends the message again after
/// silence.
final class MllpFeed implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5000;
    private static final int ANSWER_MILLIS = 20_000;
    private static final int PAUSE_MILLIS = 1000;
    private static final int TRIES = 90;
    private static final int BEGIN = 0x0b;
    private static final int END = 0x1c;

    private final int port;
    private Optional<Socket> open = Optional.empty();

    MllpFeed(int port) {
        this.port = port;
    }

    /// Sends a message until it is answered.
    ///
    /// @throws IllegalStateException if the answer is not that it was taken
    void send(String message) throws IOException, InterruptedException {
        for (var left = TRIES; left > 0; left--) {
            var answer = exchange(message);
            if (answer.isPresent()) {
                if (!answer.get().contains("\rMSA|AA|")) {
                    throw new IllegalStateException(
                            "a message was answered " + answer.get().replace('\r', ' '));
                }
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new IOException("nobody answers HL7 messages at port " + port);
    }

    private Optional<String> exchange(String message) {
        try {
            var socket = connected();
            socket.getOutputStream().write(frame(message));
            socket.getOutputStream().flush();
            var answer = answer(socket);
            if (answer.isEmpty()) {
                close();
            }
            return answer;
        } catch (IOException silence) {
            close();
            return Optional.empty();
        }
    }

    private Socket connected() throws IOException {
        if (open.isEmpty()) {
            var socket = new Socket();
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            open = Optional.of(socket);
        }
        return open.get();
    }

    private static byte[] frame(String message) {
        var frame = new ByteArrayOutputStream();
        frame.write(BEGIN);
        frame.writeBytes(message.getBytes(StandardCharsets.UTF_8));
        frame.write(END);
        frame.write('\r');
        return frame.toByteArray();
    }

    private static Optional<String> answer(Socket socket) throws IOException {
        var text = new ByteArrayOutputStream();
        var input = socket.getInputStream();
        for (int octet = input.read(); octet >= 0; octet = input.read()) {
            if (octet == END) {
                input.read();
                return Optional.of(text.toString(StandardCharsets.UTF_8));
            }
            if (octet != BEGIN) {
                text.write(octet);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        open.ifPresent(socket -> {
            try {
                socket.close();
            } catch (IOException gone) {
                // It is closed.
            }
        });
        open = Optional.empty();
    }
}
