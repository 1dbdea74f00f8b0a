package health.vigil.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Posts over one connection of its own. The host is looked up once, the address judged, and that very address
/// connected to: a name that changes its mind in between leads nowhere else. Over TLS the certificate must be
/// trusted and the host's. No redirect is followed, nothing but the first line of the answer is read, and all of it
/// within one limit of time.
final class Post {
    private static final int LONGEST_LINE = 256;

    private final WebhookSettings settings;
    private final SSLSocketFactory tls;

    Post(WebhookSettings settings, SSLSocketFactory tls) {
        this.settings = settings;
        this.tls = tls;
    }

    DeliveryOutcome send(URI uri, Map<String, String> headers, String body) {
        try {
            return DeliveryOutcome.of(exchange(uri, address(uri.getHost()), head(uri, headers, body)));
        } catch (IOException | RuntimeException failure) {
            return new DeliveryOutcome.Unreachable(0, fault(failure));
        }
    }

    /// The class says enough, and repeats nothing of what was sent.
    private static String fault(Exception failure) {
        return switch (failure) {
            case ForbiddenAddress _ -> "the host leads into this network";
            case SSLHandshakeException refused
            when refused.getCause() instanceof CertificateException ->
                "the certificate is not trusted, or not the host's";
            default -> failure.getClass().getSimpleName();
        };
    }

    private static final class ForbiddenAddress extends IOException {
        private static final long serialVersionUID = 1;
    }

    private InetAddress address(String host) throws IOException {
        var addresses = InetAddress.getAllByName(host.replaceAll("^\\[|]$", ""));
        if (!settings.inner(host) && Arrays.stream(addresses).anyMatch(Addresses::inside)) {
            throw new ForbiddenAddress();
        }
        return Arrays.stream(addresses).findFirst().orElseThrow(() -> new UnknownHostException("no address"));
    }

    private static byte[] head(URI uri, Map<String, String> headers, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var text = new StringBuilder("POST ")
                .append(path)
                .append(uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(uri.getRawAuthority())
                .append(
                        "\r\nContent-Type: application/json\r\nConnection: close\r\nUser-Agent: vigil\r\nContent-Length: ")
                .append(bytes.length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
    }

    /// @return the status of the answer
    private int exchange(URI uri, InetAddress address, byte[] request) throws IOException {
        var secure = uri.getScheme().equalsIgnoreCase("https");
        var port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
        var done = new CountDownLatch(1);
        try (var plain = new Socket()) {
            closeLater(plain, settings.patience(), done);
            plain.connect(new InetSocketAddress(address, port), (int)
                    settings.patience().toMillis());
            var socket = secure ? secured(plain, uri.getHost(), port) : plain;
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return status(socket.getInputStream());
        } finally {
            done.countDown();
        }
    }

    /// A socket knows no limit for writing, nor for a receiver that answers a byte at a time.
    private static void closeLater(Socket socket, Duration patience, CountDownLatch done) {
        Thread.ofVirtual().start(() -> {
            try {
                if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    socket.close();
                }
            } catch (IOException | InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private SSLSocket secured(Socket plain, String host, int port) throws IOException {
        var socket = (SSLSocket) tls.createSocket(plain, host, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static int status(InputStream answer) throws IOException {
        var line = new StringBuilder();
        for (int next = answer.read(); next != '\n'; next = answer.read()) {
            if (next < 0 || line.length() >= LONGEST_LINE) {
                throw new IOException("no answer");
            }
            line.append((char) next);
        }
        var words = line.toString().trim().split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5]\\d\\d")) {
            throw new IOException("no answer");
        }
        return Integer.parseInt(words[1]);
    }
}
