package health.vigil.embedded;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedKafkaTest {
    private static final TestFolder FOLDER = TestFolder.create();
    private static final ConfigResource BROKER = new ConfigResource(ConfigResource.Type.BROKER, "1");

    @Test
    void anAcknowledgedRecordIsOnTheDiskAndNoTopicMakesItself() throws Exception {
        try (var kafka = Resident.of(new EmbeddedKafka(FOLDER.durable()))) {
            var settings = settings(kafka.server().bootstrapServers());

            assertThat(settings.get("log.flush.interval.messages").value()).isEqualTo("1");
            assertThat(settings.get("auto.create.topics.enable").value()).isEqualTo("false");
        }
    }

    private static Config settings(String bootstrapServers) throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            return admin.describeConfigs(List.of(BROKER))
                    .values()
                    .values()
                    .iterator()
                    .next()
                    .get();
        }
    }
}
