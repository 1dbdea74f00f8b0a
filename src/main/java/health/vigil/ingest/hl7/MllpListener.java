package health.vigil.ingest.hl7;

import health.vigil.access.CertificateName;
import health.vigil.role.TcpPorts;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SSLOptions;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jboss.logging.Logger;

/// Accepts connections of known senders only.
final class MllpListener {
    private static final Logger LOG = Logger.getLogger(MllpListener.class);
    private static final int START_SECONDS = 10;
    /// The interface after a local address of IPv6.
    private static final Pattern SCOPE = Pattern.compile("%.*");

    private final Vertx vertx;
    private final Hl7Senders senders;
    private final FrameHandler handler;
    private final MllpLimits limits;
    private final Hl7Metrics metrics;
    private final RefusalNotes refusals;
    private final NetServerOptions options;
    private final NetServer server;
    private final AtomicLong held = new AtomicLong();
    private final Map<MllpConnection, MllpPeer> open = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /// @param options where to listen, and the certificates
    MllpListener(
            Vertx vertx,
            NetServerOptions options,
            Hl7Senders senders,
            FrameHandler handler,
            MllpLimits limits,
            Hl7Metrics metrics,
            RefusalNotes refusals) {
        this.vertx = vertx;
        this.senders = senders;
        this.options = options;
        this.handler = handler;
        this.limits = limits;
        this.metrics = metrics;
        this.refusals = refusals;
        this.server = vertx.createNetServer(
                        options.setIdleTimeout(Math.toIntExact(limits.idle().toMillis()))
                                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                                .setTcpKeepAlive(true)
                                .setTcpNoDelay(true))
                .connectHandler(this::connected)
                .exceptionHandler(failure -> LOG.debugf(
                        "A connection was refused: %s", failure.getClass().getSimpleName()));
    }

    /// Listens.
    ///
    /// @throws IllegalStateException if it cannot
    void start() {
        try {
            // Before the first connection, unless the system chooses the port.
            TcpPorts.add(options.getPort());
            server.listen().toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
            TcpPorts.add(server.actualPort());
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("Vigil cannot listen for HL7 messages at vigil.hl7.port", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while starting", stopped);
        }
    }

    int port() {
        return server.actualPort();
    }

    boolean listens() {
        return !stopping && server.actualPort() > 0;
    }

    /// Uses other certificates for the connections to come.
    void renew(SSLOptions certificates) {
        var _ = server.updateSSLOptions(certificates);
    }

    /// Takes no new frames, waits for the answers to what was begun, and closes.
    void stop() {
        stopping = true;
        var connections = Set.copyOf(open.keySet());
        connections.forEach(MllpConnection::stop);
        var ended = CompletableFuture.allOf(
                connections.stream().map(MllpConnection::ended).toArray(CompletableFuture[]::new));
        try {
            ended.get(limits.stop().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException late) {
            LOG.warn("Some HL7 messages were not answered before the stop; their senders will repeat them");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        var _ = server.close();
    }

    private void connected(NetSocket socket) {
        var address = SCOPE.matcher(socket.remoteAddress().hostAddress()).replaceFirst("");
        if (stopping || open.size() >= limits.connections()) {
            LOG.debugf("A connection from %s is closed: there are too many", address);
            socket.close();
            return;
        }
        var found = senders.of(certificate(socket), InetAddress.ofLiteral(address));
        if (found.isEmpty()) {
            LOG.infof("A connection from %s is closed: no sender has its certificate and address", address);
            refusals.note(Optional.empty(), address, "No sender has this certificate and address");
            socket.close();
            return;
        }
        var peer = new MllpPeer(found, address);
        if (connections(found) >= limits.ofOneSender()) {
            LOG.warnf("A connection of %s is closed: it has %d already", found.name(), limits.ofOneSender());
            socket.close();
            return;
        }
        open(socket, peer);
    }

    /// The connections of the same senders.
    private long connections(Hl7Senders those) {
        return open.values().stream()
                .filter(peer -> peer.senders().equals(those))
                .count();
    }

    private void open(NetSocket socket, MllpPeer peer) {
        var connection = new MllpConnection(vertx, socket, peer, handler, limits, metrics, held);
        open.put(connection, peer);
        metrics.connections(open.size());
        var _ = connection.ended().thenRun(() -> {
            open.remove(connection);
            metrics.connections(open.size());
        });
        connection.open();
    }

    private static Optional<String> certificate(NetSocket socket) {
        if (!socket.isSsl()) {
            return Optional.empty();
        }
        try {
            return socket.peerCertificates().getFirst() instanceof X509Certificate shown
                    ? CertificateName.only(shown)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }
}
