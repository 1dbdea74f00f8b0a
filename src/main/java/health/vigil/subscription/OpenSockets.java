package health.vigil.subscription;

import health.vigil.access.CredentialCheck;
import health.vigil.access.CredentialReference;
import health.vigil.store.Database;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.SubscriptionLeases;
import health.vigil.store.SubscriptionLeases.BoundLease;
import health.vigil.store.SubscriptionQueue.QueueShare;
import health.vigil.store.SubscriptionQueue.QueueShare.ToSockets;
import health.vigil.subscription.BindingTokens.BindingGrant;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// The connections of clients to this process, and the subscriptions that are bound to them.
@ApplicationScoped
class OpenSockets {
    private static final Logger LOG = Logger.getLogger(OpenSockets.class);

    /// How long a connection may be without a subscription.
    private static final Duration BIND_WITHIN = Duration.ofSeconds(10);

    /// Three pings and more (quarkus.websockets-next.server.auto-ping-interval).
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(70);

    private final BindingTokens tokens;
    private final CredentialCheck credentials;
    private final SubscriptionSettings settings;
    private final Database database;
    private final MeterRegistry registry;
    private final Map<String, OpenSocket> open;
    private final Map<UUID, SocketBinding> bound = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    OpenSockets(
            BindingTokens tokens,
            CredentialCheck credentials,
            SubscriptionSettings settings,
            Database database,
            MeterRegistry registry) {
        this.tokens = tokens;
        this.credentials = credentials;
        this.settings = settings;
        this.database = database;
        this.registry = registry;
        this.open = Objects.requireNonNull(
                registry.gaugeMapSize("vigil.fhir.sockets", List.of(), new ConcurrentHashMap<>()));
    }

    /// A subscription that is bound to a connection.
    ///
    /// @param credential of the request for the token
    record SocketBinding(UUID subscription, UUID lease, OpenSocket socket, CredentialReference credential) {
        BoundLease stored() {
            return new BoundLease(subscription, lease);
        }
    }

    boolean full() {
        return stopped || open.size() >= settings.sockets();
    }

    OpenSocket add(OpenSocket socket) {
        open.put(socket.id(), socket);
        return socket;
    }

    Optional<OpenSocket> of(String id) {
        return Optional.ofNullable(open.get(id));
    }

    /// Forgets a connection that is closed.
    void gone(String id) {
        Optional.ofNullable(open.remove(id)).ifPresent(socket -> {
            socket.closed();
            release(socket);
        });
    }

    QueueShare share() {
        return new ToSockets(List.copyOf(bound.keySet()));
    }

    /// The connection that a message is for; absent if it has lost its subscription.
    Optional<SocketBinding> binding(UUID lease) {
        return Optional.ofNullable(bound.get(lease));
    }

    /// Binds the subscriptions of a token, or ends the connection.
    void bind(OpenSocket socket, String token) {
        try {
            var grant = tokens.redeem(token).filter(given -> credentials.valid(given.credential()));
            if (grant.isEmpty() || !socket.belongTo(grant.get().owner())) {
                end(socket, SocketEnd.REFUSED);
            } else if (connections(grant.get().owner()) > settings.socketsPerAccount()) {
                end(socket, SocketEnd.TOO_MANY);
            } else if (!bind(socket, grant.get())) {
                end(socket, SocketEnd.RELEASED);
            }
        } catch (DatabaseFailure away) {
            LOG.warnf("A subscription cannot be bound: %s", away.getClass().getSimpleName());
            end(socket, SocketEnd.UNAVAILABLE);
        }
    }

    private long connections(String owner) {
        return open.values().stream()
                .filter(socket -> socket.owner().filter(owner::equals).isPresent())
                .count();
    }

    /// One at a time, so that of two connections to this process one keeps the subscription. A courier finds the
    /// connection as soon as the lease is committed.
    private synchronized boolean bind(OpenSocket socket, BindingGrant grant) {
        var any = false;
        for (var subscription : grant.subscriptions()) {
            var binding = new SocketBinding(subscription, UUID.randomUUID(), socket, grant.credential());
            bound.put(binding.lease(), binding);
            if (stored(binding, grant)) {
                any = true;
                takenOver(binding);
            } else {
                bound.remove(binding.lease());
            }
        }
        if (socket.ended()) {
            release(socket);
        }
        return any;
    }

    private boolean stored(SocketBinding binding, BindingGrant grant) {
        try {
            return database.transact(sql -> SubscriptionLeases.bind(
                    sql, binding.subscription(), grant.owner(), grant.wards(), binding.lease()));
        } catch (DatabaseFailure away) {
            bound.remove(binding.lease());
            throw away;
        }
    }

    private void takenOver(SocketBinding newer) {
        bound.values().stream()
                .filter(other -> other.subscription().equals(newer.subscription())
                        && !other.lease().equals(newer.lease()))
                .toList()
                .forEach(other -> forget(other, SocketEnd.RELEASED));
    }

    /// Takes a subscription from its connection, which ends if it has no other.
    void drop(SocketBinding binding, SocketEnd why) {
        forget(binding, why);
        unbind(List.of(binding));
    }

    private void forget(SocketBinding binding, SocketEnd why) {
        bound.remove(binding.lease());
        if (bound.values().stream().noneMatch(other -> other.socket().equals(binding.socket()))) {
            end(binding.socket(), why);
        }
    }

    void end(OpenSocket socket, SocketEnd why) {
        if (socket.end(why)) {
            registry.counter("vigil.fhir.sockets.closed", "reason", why.word()).increment();
        }
        release(socket);
    }

    private void release(OpenSocket socket) {
        var bindings = bound.values().stream()
                .filter(binding -> binding.socket().equals(socket))
                .toList();
        bindings.forEach(binding -> bound.remove(binding.lease()));
        unbind(bindings);
    }

    /// If the database is away, the lease stays until another connection takes the subscription.
    private void unbind(List<SocketBinding> bindings) {
        if (!bindings.isEmpty()) {
            try {
                database.execute(sql -> SubscriptionLeases.unbind(
                        sql, bindings.stream().map(SocketBinding::stored).toList()));
            } catch (DatabaseFailure away) {
                LOG.debug("A lease of a websocket cannot be given back now", away);
            }
        }
    }

    /// Ends what may not go on.
    void review() {
        open.values().stream()
                .filter(socket -> socket.silence().compareTo(LONGEST_SILENCE) > 0)
                .forEach(socket -> end(socket, SocketEnd.SILENT));
        open.values().stream()
                .filter(socket -> socket.age().compareTo(BIND_WITHIN) > 0 && !hasBound(socket))
                .forEach(socket -> end(socket, SocketEnd.UNBOUND));
        bound.values().stream()
                .filter(binding -> !credentials.valid(binding.credential()))
                .forEach(binding -> drop(binding, SocketEnd.CREDENTIAL_ENDED));
        releaseLost();
    }

    private boolean hasBound(OpenSocket socket) {
        return bound.values().stream().anyMatch(binding -> binding.socket().equals(socket));
    }

    /// The lock keeps out a binding that is not committed yet.
    private synchronized void releaseLost() {
        var bindings = List.copyOf(bound.values());
        if (!bindings.isEmpty()) {
            Set<UUID> standing = database.transact(sql -> SubscriptionLeases.bound(
                    sql, bindings.stream().map(SocketBinding::stored).toList()));
            bindings.stream()
                    .filter(binding -> !standing.contains(binding.lease()))
                    .forEach(binding -> forget(binding, SocketEnd.RELEASED));
        }
    }

    /// Ends all connections, because the shutdown would wait for them. Their clients connect to another process.
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        endAll();
    }

    void endAll() {
        stopped = true;
        open.values().forEach(socket -> end(socket, SocketEnd.STOPPED));
    }
}
