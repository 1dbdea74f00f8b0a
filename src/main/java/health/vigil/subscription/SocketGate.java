package health.vigil.subscription;

import health.vigil.role.ActiveRoles;
import health.vigil.role.ServiceRole;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.handler.HttpException;
import jakarta.inject.Singleton;

/// Decides which requests become a websocket. It knows no users: a token says later whose subscriptions are bound.
@Singleton
class SocketGate implements HttpUpgradeCheck {
    private final ActiveRoles roles;
    private final OpenSockets sockets;

    SocketGate(ActiveRoles roles, OpenSockets sockets) {
        this.roles = roles;
        this.sockets = sockets;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext request) {
        if (!roles.include(ServiceRole.SERVE)) {
            return Uni.createFrom().failure(new HttpException(404));
        }
        return sockets.full() ? Uni.createFrom().failure(new HttpException(503)) : CheckResult.permitUpgrade();
    }
}
