package health.vigil.http;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Limits the connections of each address, so that one address cannot block the others.
final class ConnectionsPerAddress {
    private final int most;
    private final Map<String, Set<HttpConnection>> connections = new ConcurrentHashMap<>();

    ConnectionsPerAddress(int most) {
        this.most = most;
    }

    void enforce(RoutingContext request) {
        var address = request.request().remoteAddress();
        if (address == null || admits(address.hostAddress(), request.request().connection())) {
            request.next();
        } else {
            request.fail(429);
        }
    }

    private boolean admits(String address, HttpConnection connection) {
        if (connections.getOrDefault(address, Set.of()).contains(connection)) {
            return true;
        }
        var admitted = connections
                .compute(address, (_, known) -> joined(known, connection))
                .contains(connection);
        if (admitted && connection instanceof ConnectionBase closing) {
            closing.closeFuture().onComplete(_ -> leave(address, connection));
        }
        return admitted;
    }

    private Set<HttpConnection> joined(@Nullable Set<HttpConnection> known, HttpConnection connection) {
        var joined = known == null ? ConcurrentHashMap.<HttpConnection>newKeySet() : known;
        if (joined.size() < most) {
            joined.add(connection);
        }
        return joined;
    }

    private void leave(String address, HttpConnection connection) {
        connections.computeIfPresent(address, (_, known) -> {
            known.remove(connection);
            return known.isEmpty() ? null : known;
        });
    }
}
