package health.vigil.webhook;

import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Posts each message over its own connection. The host is resolved once, the address is checked, and the
/// connection goes to exactly that address, so a changed DNS entry cannot lead elsewhere. Over TLS the
/// certificate must be trusted and must name the host. No redirect is followed, only the head of the response is
/// read, and one time limit covers everything.
public final class Post implements AutoCloseable {
    private static final int LONGEST_LINE = 256;
    private static final int LARGEST_HEADERS = 64 * 1024;

    private final WebhookSettings settings;
    private final HostLookup hosts;
    private final HttpClient client;

    /// Resolves a host name.
    @FunctionalInterface
    interface HostLookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /// A client that trusts the configured authorities.
    public static Post of(Vertx vertx, WebhookSettings settings, TlsConfigurationRegistry tls) {
        return new Post(vertx, settings, TrustedAuthorities.of(tls), InetAddress::getAllByName);
    }

    Post(Vertx vertx, WebhookSettings settings, TrustedAuthorities authorities, HostLookup hosts) {
        this.settings = settings;
        this.hosts = hosts;
        this.client = vertx.createHttpClient(options(settings, authorities));
    }

    /// The options of the client. Connections are not reused, because a receiver may close one just when an alert
    /// is written to it.
    private static HttpClientOptions options(WebhookSettings settings, TrustedAuthorities authorities) {
        var patience = (int) settings.patience().toMillis();
        return authorities.in(new HttpClientOptions()
                .setKeepAlive(false)
                .setVerifyHost(true)
                .setMaxPoolSize(settings.couriers())
                .setConnectTimeout(patience)
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(LARGEST_HEADERS));
    }

    DeliveryOutcome send(URI uri, Map<String, String> headers, String body) {
        return send(uri, headers, body, settings.patience());
    }

    /// Posts a message.
    ///
    /// @param headers may name another type of content than JSON
    /// @param patience the time from the connection to the status line of the answer
    public DeliveryOutcome send(URI uri, Map<String, String> headers, String body, Duration patience) {
        try {
            return DeliveryOutcome.of(exchange(uri, address(uri.getHost()), headers, body, patience));
        } catch (IOException | RuntimeException failure) {
            return new DeliveryOutcome.Unreachable(0, fault(failure));
        }
    }

    /// Never the message of the exception, because it may repeat what was sent.
    private static String fault(Exception failure) {
        if (failure instanceof ForbiddenAddress) {
            return "the host leads into this network";
        }
        if (isCausedBy(failure, CertificateException.class)) {
            return "the certificate is not trusted, or does not name the host";
        }
        if (isCausedBy(failure, UnknownHostException.class)) {
            return "the name of the host is not known";
        }
        return isCausedBy(failure, TimeoutException.class) ? "no answer in time" : "no connection, or it broke";
    }

    private static boolean isCausedBy(Exception failure, Class<? extends Exception> cause) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause::isInstance);
    }

    private static final class ForbiddenAddress extends IOException {
        private static final long serialVersionUID = 1;
    }

    /// Without the brackets of an IPv6 address.
    private static String plain(String host) {
        return host.replaceAll("^\\[|]$", "");
    }

    private InetAddress address(String host) throws IOException {
        var addresses = hosts.addresses(plain(host));
        if (!settings.inner(host) && Arrays.stream(addresses).anyMatch(Addresses::inside)) {
            throw new ForbiddenAddress();
        }
        return Arrays.stream(addresses).findFirst().orElseThrow(() -> new UnknownHostException("no address"));
    }

    /// @return the status of the answer
    private int exchange(URI uri, InetAddress address, Map<String, String> headers, String body, Duration patience)
            throws IOException {
        var opened = client.request(request(uri, address));
        var answer = opened.compose(request -> {
                    request.putHeader(HttpHeaders.HOST, uri.getRawAuthority())
                            .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                            .putHeader(HttpHeaders.USER_AGENT, "vigil");
                    headers.forEach(request::putHeader);
                    return request.send(body);
                })
                .map(HttpClientResponse::statusCode);
        try {
            return await(answer.toCompletionStage().toCompletableFuture(), patience);
        } finally {
            end(opened);
        }
    }

    private static RequestOptions request(URI uri, InetAddress address) {
        var secure = uri.getScheme().equalsIgnoreCase("https");
        var port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(plain(uri.getHost()))
                .setPort(port)
                .setSsl(secure)
                .setURI(path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
    }

    private static int await(CompletableFuture<Integer> status, Duration patience) throws IOException {
        try {
            return status.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof ConnectException away
                    ? new ConnectException(away.getMessage())
                    : new IOException("no answer", failed.getCause());
        } catch (TimeoutException late) {
            throw new IOException("no answer in time", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }

    /// Closes the connection, so that the rest of the response is not read or awaited.
    private static void end(Future<HttpClientRequest> opened) {
        opened.onSuccess(request -> request.connection().close());
    }

    @Override
    public void close() {
        client.close();
    }
}
