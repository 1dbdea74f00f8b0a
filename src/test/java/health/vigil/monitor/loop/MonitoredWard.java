package health.vigil.monitor.loop;

import health.vigil.grading.Baseline;
import health.vigil.observation.PatientId;
import health.vigil.store.Baselines;
import health.vigil.store.Database;
import health.vigil.store.Sql;
import health.vigil.store.Timers;
import health.vigil.stream.StreamRecord;
import health.vigil.stream.StreamWriter;
import health.vigil.stream.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

/// The surroundings of a monitor: admits patients, sends observations, and reads the database.
final class MonitoredWard {
    /// The author of a physician's entry.
    static final String BY_A_PHYSICIAN = "\"enteredBy\":\"physician\",\"enteredByRole\":\"physician\"";

    private final Database database;
    private final Producer<byte[], byte[]> producer;

    MonitoredWard(Database database, Map<String, Object> broker) {
        this.database = database;
        var settings = new HashMap<>(broker);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /// Pauses a worker that has no work. Tests must not sleep.
    static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }

    /// An id that has not been used.
    static String id() {
        return UUID.randomUUID().toString();
    }

    static PatientId newPatient() {
        return new PatientId("p-" + UUID.randomUUID());
    }

    /// Admits a patient who was infused some hours ago.
    UUID admit(PatientId patient, long infusedHoursAgo) {
        return admit(patient, now().minus(infusedHoursAgo, ChronoUnit.HOURS));
    }

    UUID admit(PatientId patient, Instant infusedAt) {
        var id = UUID.randomUUID();
        database.execute(sql -> {
            sql.update(
                    "insert into episode (id, patient_id, birth_date, ward, bed, product, infused_at, admitted_at,"
                            + " admitted_by) values (?, ?, date '1970-01-01', 'W1', '7', 'axi-cel', ?, now(), 'nurse')",
                    id,
                    patient.value(),
                    infusedAt);
            Baselines.add(sql, id, infusedAt, Baseline.NONE, "nurse");
            sql.update(
                    "insert into outbox (topic, key, value) values (?, ?, ?)",
                    Topics.OBSERVATIONS,
                    patient.value(),
                    StreamWriter.write(new StreamRecord.EpisodeAdmitted(id, patient)));
        });
        return id;
    }

    /// Admits a patient with a check timer, as the API does.
    UUID watch(PatientId patient, Instant infusedAt) {
        var id = admit(patient, infusedAt);
        database.execute(sql -> Timers.makeDue(sql, Timers.CHECK, List.of(id.toString())));
        return id;
    }

    void change(String statement, Object... arguments) {
        database.execute(sql -> sql.update(statement, arguments));
    }

    /// A temperature taken some minutes ago.
    static String temperature(String id, PatientId patient, double celsius, long minutesAgo) {
        return vitals(id, patient, minutesAgo, "\"temperature\":" + celsius);
    }

    static String vitals(String id, PatientId patient, long minutesAgo, String values) {
        return observation(id, patient, now().minus(minutesAgo, ChronoUnit.MINUTES), "vital-signs", values);
    }

    static String observation(String id, PatientId patient, Instant at, String kind, String fields) {
        return "{\"id\":\"%s\",\"patientId\":\"%s\",\"effectiveAt\":\"%s\",\"kind\":\"%s\",%s}"
                .formatted(id, patient, at, kind, fields);
    }

    static String retraction(String id, PatientId patient, String target) {
        return observation(
                id, patient, now(), "retraction", "\"observationId\":\"" + target + "\",\"reason\":\"mistake\"");
    }

    void send(PatientId patient, String... values) {
        for (var value : values) {
            send(patient.value(), value.getBytes(StandardCharsets.UTF_8));
        }
    }

    void send(String key, byte[] value) {
        try {
            var keyBytes = key.getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(Topics.OBSERVATIONS, keyBytes, value))
                    .get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// Sends a record under the patient's number.
    void send(StreamRecord record) {
        send(
                record.patientId().orElseThrow().value(),
                StreamWriter.write(record).getBytes(StandardCharsets.UTF_8));
    }

    /// The time by the database's clock.
    Instant databaseTime() {
        return database.read(Sql::now);
    }

    long count(String select, Object... arguments) {
        return database.read(sql -> sql.first("select count(*) as n from " + select, row -> row.number("n"), arguments)
                .orElseThrow());
    }

    /// How often an alert of a patient was raised; overdue checks depend on the rounds.
    long timesRaised(PatientId patient) {
        return count(
                "alert_event where alert ->> 'patientId' = ? and alert ->> 'type' <> 'check-overdue' and event = 'raised'",
                patient.value());
    }

    Optional<String> text(String select, Object... arguments) {
        return database.read(sql ->
                sql.first(select, row -> row.optionalText("t"), arguments).flatMap(found -> found));
    }

    void awaitState(String observation, String state) {
        await().untilAsserted(
                        () -> assertThat(text("select state as t from observation_identity where id = ?", observation))
                                .contains(state));
    }

    /// Waits until everything sent is processed and the counts of each partition add up.
    void awaitConservation() {
        await().untilAsserted(() -> {
            assertThat(
                            count(
                                    "stream_partition where next_offset - first_offset <> applied + duplicate + quarantined + markers"))
                    .isZero();
            assertThat(count("outbox")).isZero();
        });
    }
}
