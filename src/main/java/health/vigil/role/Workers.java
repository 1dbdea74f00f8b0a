package health.vigil.role;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.HealthType;
import io.smallrye.health.registry.HealthRegistries;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;

/// Starts, watches and stops the workers of the active roles only, so that a role does not depend on what it does
/// not use.
@Singleton
class Workers {
    private static final Logger LOG = Logger.getLogger(Workers.class);

    private final ActiveRoles roles;
    private final Map<Job, Worker> byJob;

    Workers(ActiveRoles roles, @All List<Worker> workers) {
        this.roles = roles;
        this.byJob = workers.stream()
                .collect(Collectors.toMap(
                        Worker::job,
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalStateException("Two workers for " + one.job());
                        },
                        () -> new EnumMap<>(Job.class)));
    }

    void start(@Observes StartupEvent started) {
        active().forEach(Workers::watch);
        startAll();
    }

    void startAll() {
        active().forEach(Worker::start);
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopAll();
    }

    void stopAll() {
        active().toList().reversed().forEach(Workers::stop);
    }

    /// The workers of the active roles, in the order of [Job].
    private Stream<Worker> active() {
        return Stream.of(Job.values()).filter(roles::include).map(this::worker);
    }

    private Worker worker(Job job) {
        var worker = byJob.get(job);
        if (worker == null) {
            throw new IllegalStateException("No worker for " + job);
        }
        return worker;
    }

    /// Stops a worker. A failure does not prevent the others from stopping.
    private static void stop(Worker worker) {
        try {
            worker.stop();
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "%s did not stop", worker.job().word());
        }
    }

    private static void watch(Worker worker) {
        for (var type : worker.job().health()) {
            add(type, worker.job().word(), type == HealthType.LIVENESS ? worker::alive : worker::ready);
        }
    }

    private static void add(HealthType type, String name, BooleanSupplier well) {
        HealthRegistries.getRegistry(type)
                .register(
                        name,
                        () -> HealthCheckResponse.named(name)
                                .status(well.getAsBoolean())
                                .build());
    }
}
