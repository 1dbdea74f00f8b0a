package health.vigil.role;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/// Checks the Kafka cluster for health. Connects on first use.
@ApplicationScoped
class BrokerHealth implements Worker {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Admin admin;

    BrokerHealth(@Identifier("default-kafka-broker") Map<String, Object> settings) {
        var own = new HashMap<>(settings);
        own.put(AdminClientConfig.CLIENT_ID_CONFIG, "vigil-health");
        own.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        own.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        admin = Admin.create(own);
    }

    @Override
    public Job job() {
        return Job.BROKER;
    }

    @Override
    public boolean ready() {
        try {
            return !admin.describeCluster()
                    .nodes()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException away) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ZERO);
    }
}
