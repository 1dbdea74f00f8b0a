package health.vigil.stream;

import health.vigil.role.Job;
import health.vigil.role.Schedule;
import health.vigil.role.Worker;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/// Creates missing topics before they are used, with retries while the broker is down.
@Singleton
class MissingTopics implements Worker {
    private static final Logger LOG = Logger.getLogger(MissingTopics.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final TopicSettings settings;
    private final Schedule schedule;
    private final Map<String, Object> broker;

    MissingTopics(
            TopicSettings settings, Schedule schedule, @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.settings = settings;
        this.schedule = schedule;
        this.broker = broker;
    }

    @Override
    public Job job() {
        return Job.TOPICS;
    }

    @Override
    public void start() {
        if (settings.create() && !made()) {
            schedule.every(job(), PAUSE, this::tryAgain);
        }
    }

    @Override
    public void stop() {
        schedule.end(job());
    }

    private void tryAgain() {
        if (made()) {
            schedule.end(job());
        }
    }

    private boolean made() {
        try (var admin = Admin.create(settings())) {
            for (var topic : List.of(observations(), log(Topics.GRADES), log(Topics.ALERTS))) {
                make(topic, admin);
            }
            return true;
        } catch (ExecutionException away) {
            LOG.warnf("Topics could not be created yet; retrying: %s", String.valueOf(away.getCause()));
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(broker);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "vigil-topics");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return settings;
    }

    private static void make(NewTopic topic, Admin admin) throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get();
            LOG.infof("Created topic %s", topic.name());
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
        }
    }

    /// The broker stamps the records, because the clock of a sender does not prove the time of receipt.
    private NewTopic observations() {
        var configs = new HashMap<>(retention());
        configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        return topic(Topics.OBSERVATIONS).configs(configs);
    }

    private NewTopic log(String name) {
        return topic(name).configs(retention());
    }

    private NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(settings.partitions()), settings.replicationFactor());
    }

    private Map<String, String> retention() {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                String.valueOf(settings.retention().toMillis()));
    }
}
