package health.vigil.ingest.hl7;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// Sends bytes as a test asks, and reads frames.
final class MllpClient implements AutoCloseable {
    private static final int PATIENCE = 60_000;

    private final Socket socket;

    private MllpClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE);
    }

    static MllpClient plain(int port) throws IOException {
        return new MllpClient(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    static MllpClient secure(int port, SSLContext tls) throws IOException {
        return new MllpClient(tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port));
    }

    MllpClient raw(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return this;
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    MllpClient send(String message) {
        return raw("\u000b" + message + "\u001c\r");
    }

    /// The next frame; empty if the connection is closed.
    Optional<String> answer() {
        var frame = new ByteArrayOutputStream();
        try {
            for (int octet = socket.getInputStream().read();
                    octet >= 0;
                    octet = socket.getInputStream().read()) {
                if (octet == '\u001c') {
                    socket.getInputStream().read();
                    return Optional.of(frame.toString(StandardCharsets.ISO_8859_1));
                }
                if (octet != '\u000b') {
                    frame.write(octet);
                }
            }
        } catch (IOException reset) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /// Whether the other side has closed the connection without an answer.
    boolean isClosed() {
        return answer().isEmpty();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
