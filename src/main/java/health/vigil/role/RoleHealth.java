package health.vigil.role;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.HealthRegistry;
import io.smallrye.health.api.HealthType;
import io.smallrye.health.registry.HealthRegistries;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Registers the health checks of the active roles, and no others: what a role does not use cannot make it unready.
@Singleton
class RoleHealth {
    private final ActiveRoles roles;
    private final Instance<PollLoop> loop;
    private final Instance<StreamOutlet> outlet;
    private final DatabaseHealth database;
    private final BrokerHealth broker;

    RoleHealth(
            ActiveRoles roles,
            Instance<PollLoop> loop,
            Instance<StreamOutlet> outlet,
            DatabaseHealth database,
            BrokerHealth broker) {
        this.roles = roles;
        this.loop = loop;
        this.outlet = outlet;
        this.database = database;
        this.broker = broker;
    }

    void register(@Observes StartupEvent started) {
        if (roles.include(ServiceRole.INGEST)) {
            add(HealthType.READINESS, "broker", broker::answers);
            outlet.stream().forEach(this::addOutlet);
        }
        if (roles.include(ServiceRole.SERVE) || roles.include(ServiceRole.MONITOR)) {
            add(HealthType.READINESS, "database", database::answers);
        }
        if (roles.include(ServiceRole.MONITOR)) {
            loop.stream().forEach(this::addLoop);
        }
    }

    private void addOutlet(StreamOutlet stream) {
        add(HealthType.LIVENESS, "stream", stream::works);
        add(HealthType.READINESS, "stream", stream::works);
    }

    private void addLoop(PollLoop monitor) {
        add(HealthType.LIVENESS, "monitor", monitor::alive);
        add(HealthType.READINESS, "monitor", monitor::ready);
    }

    private static void add(HealthType type, String name, BooleanSupplier well) {
        HealthRegistry registry = HealthRegistries.getRegistry(type);
        registry.register(
                name,
                () -> HealthCheckResponse.named(name)
                        .status(well.getAsBoolean())
                        .build());
    }
}
