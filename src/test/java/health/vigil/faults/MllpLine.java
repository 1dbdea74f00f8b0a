package health.vigil.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A connection of MLLP that is opened again after each failure. It sends one message and waits for its answer.
final class MllpLine {
    private static final int CONNECT_MILLIS = 2000;
    private static final int ANSWER_MILLIS = 20_000;
    private static final int BEGIN = 0x0b;
    private static final int END = 0x1c;

    private final int port;
    private Optional<Socket> open = Optional.empty();

    MllpLine(int port) {
        this.port = port;
    }

    /// The answer; empty if there is none, so that the message must be sent again.
    synchronized Optional<String> send(String message) {
        try {
            var socket = connected();
            var frame = new ByteArrayOutputStream();
            frame.write(BEGIN);
            frame.writeBytes(message.getBytes(StandardCharsets.US_ASCII));
            frame.write(END);
            frame.write('\r');
            socket.getOutputStream().write(frame.toByteArray());
            socket.getOutputStream().flush();
            var answer = answer(socket);
            if (answer.isEmpty()) {
                hangUp();
            }
            return answer;
        } catch (IOException unanswered) {
            hangUp();
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

    private static Optional<String> answer(Socket socket) throws IOException {
        var text = new ByteArrayOutputStream();
        var input = socket.getInputStream();
        for (int octet = input.read(); octet >= 0; octet = input.read()) {
            if (octet == END) {
                input.read();
                return Optional.of(text.toString(StandardCharsets.US_ASCII));
            }
            if (octet != BEGIN) {
                text.write(octet);
            }
        }
        return Optional.empty();
    }

    private void hangUp() {
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
