package health.vigil.api;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.alert.AlertListener;
import health.vigil.store.Commits;
import health.vigil.store.Database;
import health.vigil.stream.Topics;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

/// The workers poll only once an hour here, so everything that arrives proves a wake-up.
@ServiceTest
@TestProfile(WakeUpTest.NoPolling.class)
@SuppressWarnings("NullAway.Init")
class WakeUpTest {
    @Inject
    DataSource source;

    @Inject
    MonitorWrites writes;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    private AdmittedPatient patient;

    @BeforeEach
    void admit() {
        patient = AdmittedPatient.justNow();
    }

    public static final class NoPolling implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "vigil.alert-stream.poll-interval", "PT1H",
                    "vigil.alert-stream.stalled-after", "PT1H",
                    "vigil.monitor.relay", "PT1H",
                    "vigil.webhooks.look", "PT1H");
        }
    }

    private AlertListener listen() {
        return AlertListener.to(As.token(Role.DASHBOARD), "?ward=" + patient.ward(), Map.of());
    }

    @Test
    void aCommitWakesTheStreamsAndTheCouriers() throws IOException {
        try (var receiver = new Receiver(patient.ward());
                var stream = listen()) {
            var alert = writes.raisedAtOnce(patient);

            stream.awaitEvents(1);
            assertThat(stream.events().getFirst().alertId()).isEqualTo(alert.toString());
            await().untilAsserted(
                            () -> assertThat(receiver.bodies()).anyMatch(body -> body.contains(alert.toString())));
        }
    }

    @Test
    void whatTheApiCommitsWakesTheRelay() {
        var alert = writes.raise(patient);

        As.role(Role.NURSE)
                .post("/v1/alerts/{id}/acknowledgement", alert)
                .then()
                .statusCode(200);

        await().until(() -> isRelayed(alert.toString()));
    }

    /// A monitor in another process wrote the event, and its relay sent it.
    @Test
    void theTopicWakesTheStreams() {
        try (var stream = listen();
                var producer = new KafkaProducer<>(
                        new HashMap<>(broker), new ByteArraySerializer(), new ByteArraySerializer())) {
            var alert = new MonitorWrites(new Database(source)).raise(patient);

            await().until(() -> {
                var _ = producer.send(new ProducerRecord<>(Topics.ALERTS, new byte[] {1}));
                return !stream.events().isEmpty();
            });
            assertThat(stream.events().getFirst().alertId()).isEqualTo(alert.toString());
        }
    }

    /// An API in another process wrote the message.
    @Test
    void aNotificationOfTheDatabaseWakesTheRelay() {
        var other = new Database(source);
        var alert = new MonitorWrites(other).raise(patient);

        await().until(() -> {
            other.execute(sql -> sql.update("notify " + Commits.CHANNEL));
            return isRelayed(alert.toString());
        });
    }

    private boolean isRelayed(String alert) {
        return new Database(source)
                .read(sql -> sql.list(
                                "select number from outbox where value like ?",
                                row -> row.number("number"),
                                "%" + alert + "%")
                        .isEmpty());
    }
}
