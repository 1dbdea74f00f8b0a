package health.vigil.monitor.loop;

import health.vigil.alert.AlertRules;
import health.vigil.monitor.batch.Batch;
import health.vigil.monitor.batch.BatchTransaction;
import health.vigil.monitor.batch.ClaimLost;
import health.vigil.monitor.batch.IncomingRecord;
import health.vigil.monitor.batch.MachineAudit;
import health.vigil.monitor.batch.Regrading;
import health.vigil.store.AlertLog;
import health.vigil.store.Partitions;
import health.vigil.store.Partitions.Claim;
import health.vigil.store.Partitions.PartitionId;
import health.vigil.store.Partitions.StreamPosition;
import health.vigil.store.Quarantine;
import health.vigil.stream.PatientPartitioner;
import health.vigil.stream.StreamReader;
import health.vigil.trace.Trace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static health.vigil.monitor.loop.MonitoredWard.newPatient;
import static health.vigil.monitor.loop.MonitoredWard.temperature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// A single transaction on partitions of test topics, which no other member uses.
class FencingTest {
    private static final AlertRules RULES = AlertRules.DEFAULT;

    private final MonitorBench bench = MonitorBench.shared();
    private final MonitoredWard ward = bench.ward();
    /// Quarantine entries are recognised by the topic's id, so two tests must not share one.
    private final String topicId = UUID.randomUUID().toString();

    private Claim claim(String topic) {
        return bench.database()
                .transact(sql -> Partitions.claim(sql, new PartitionId(topic, topicId, 0), "test", 0))
                .orElseThrow();
    }

    private BatchTransaction.BatchResult apply(Claim claim, String... values) {
        return apply(claim, bench.regrading(), values);
    }

    private BatchTransaction.BatchResult apply(Claim claim, Regrading regrading, String... values) {
        var records = IntStream.range(0, values.length)
                .mapToObj(i -> incoming(claim.nextOffset() + i, values[i]))
                .toList();
        return bench.database()
                .transact(sql -> new BatchTransaction(
                                sql, new Batch(claim, 1, records), regrading, RULES, new MachineAudit())
                        .run());
    }

    private static IncomingRecord incoming(long offset, String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        var source = new Quarantine.RecordSource(0, offset, Instant.now(), Optional.empty(), Optional.of(bytes));
        return new IncomingRecord(source, Optional.empty(), StreamReader.read(bytes, Instant.now()), Trace.NONE, true);
    }

    private static String topic() {
        return "t-" + UUID.randomUUID();
    }

    @Test
    void law4AFormerOwnerIsFencedAtItsFirstStatement() {
        var patient = newPatient();
        ward.admit(patient, 48);
        var topic = topic();
        var former = claim(topic);
        var present = claim(topic);
        var id = UUID.randomUUID().toString();

        assertThatThrownBy(() -> apply(former, temperature(id, patient, 38.5, 10)))
                .isInstanceOf(ClaimLost.class);

        assertThat(ward.count("observation_identity where id = ?", id)).isZero();
        assertThat(apply(present, temperature(id, patient, 38.5, 10)).applied()).isEqualTo(1);
    }

    @Test
    void law2ABatchThatWasAppliedIsNotAppliedAgain() {
        var patient = newPatient();
        ward.admit(patient, 48);
        var claim = claim(topic());
        var fever = temperature(UUID.randomUUID().toString(), patient, 38.5, 10);
        apply(claim, fever);

        assertThatThrownBy(() -> apply(claim, fever)).isInstanceOf(ClaimLost.class);

        assertThat(ward.count("observation where patient_id = ?", patient.value()))
                .isEqualTo(1);
    }

    /// A leader epoch counts only for the offset that it was stored with, because another release or a person
    /// may have moved on from there.
    @Test
    void law5WhoMovesAPartitionOnWithoutNotingTheLeaderIsNotTakenForALogThatLostItsEnd() {
        var source = new PartitionId(topic(), topicId, 0);
        var claimed = bench.database()
                .transact(sql -> Partitions.claim(sql, source, "test", 0))
                .orElseThrow();
        bench.database().execute(sql -> Partitions.advance(sql, claimed, new StreamPosition(7, Optional.of(3)), 7));

        var noted = bench.database().transact(sql -> Partitions.claim(sql, source, "test", 0));
        bench.database()
                .execute(sql -> sql.update(
                        "update stream_partition set next_offset = next_offset + 1, markers = markers + 1 where topic = ?",
                        source.topic()));
        var moved = bench.database().transact(sql -> Partitions.claim(sql, source, "test", 0));

        assertThat(noted.orElseThrow().next()).isEqualTo(new StreamPosition(7, Optional.of(3)));
        assertThat(moved.orElseThrow().next()).isEqualTo(StreamPosition.beginning(8));
    }

    @Test
    void law5AnotherTopicOfTheSameNameIsNotReadOn() {
        var topic = topic();
        claim(topic);

        var other = bench.database().transact(sql -> Partitions.claim(sql, new PartitionId(topic, "b", 0), "test", 0));

        assertThat(other).isEmpty();
    }

    @Test
    void law5RecordsThatAreGoneStopThePartition() {
        var topic = topic();
        var partition = new TopicPartition(topic, 0);
        claim(topic);
        var consumer = new MockConsumer<byte[], byte[]>("none");
        consumer.updateBeginningOffsets(Map.of(partition, 3L));

        var taken = claims(topic).take(consumer, partition);

        assertThat(taken).isInstanceOf(Holding.Stopped.class);
    }

    private Claims claims(String topic) {
        return new Claims(bench.ledger(), new Topic() {
            @Override
            public PartitionId source(int partition) {
                return new PartitionId(topic, topicId, partition);
            }

            @Override
            public int partitions() {
                return 1;
            }
        });
    }

    @Test
    void law10ATimerThatIsDueFiresOnceWhicheverReplicasLive() {
        var patient = newPatient();
        var episode = ward.admit(patient, 48);
        var claim = claim(topic());
        apply(claim, temperature(UUID.randomUUID().toString(), patient, 38.5, 10));
        bench.database()
                .execute(sql -> sql.update(
                        "update timer set due_at = clock_timestamp() - interval '1 minute' where subject = ?",
                        episode.toString()));

        var replicas = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.runAsync(() ->
                        bench.timers().fire(claim.at(StreamPosition.beginning(claim.nextOffset() + 1)), 1)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(replicas).join();

        assertThat(ward.count("timer where subject = ? and due_at > clock_timestamp()", episode.toString()))
                .isEqualTo(1);
        assertThat(ward.timesRaised(patient)).isEqualTo(2);
    }

    @Test
    void law9TheSequenceOfAlertEventsHasNoGapsUnderConcurrentWriters() {
        var writers = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.runAsync(this::raiseMany))
                .toArray(CompletableFuture[]::new);

        CompletableFuture.allOf(writers).join();

        assertThat(ward.count("(select sequence - lag(sequence) over (order by sequence) as step from alert_event) s"
                        + " where step <> 1"))
                .isZero();
        assertThat(ward.count("alert_sequence where last = (select max(sequence) from alert_event)"))
                .isEqualTo(1);
    }

    private void raiseMany() {
        var claim = claim(topic());
        for (int i = 0; i < 10; i++) {
            var patient = newPatient();
            ward.admit(patient, 48);
            apply(claim, temperature(UUID.randomUUID().toString(), patient, 38.5, 10));
            claim = claim.at(StreamPosition.beginning(claim.nextOffset() + 1));
        }
    }

    @Test
    void law12APatientOnWhomTheRulesFailIsToBeGradedByHandAndStopsNobody() {
        var patient = newPatient();
        var other = newPatient();
        ward.admit(patient, 48);
        ward.admit(other, 48);

        var result = apply(
                claim(topic()),
                bench.failingOn(patient),
                temperature(UUID.randomUUID().toString(), patient, 38.5, 10),
                temperature(UUID.randomUUID().toString(), other, 38.5, 10));

        assertThat(result.applied()).isEqualTo(1);
        assertThat(ward.count("quarantine where patient_id = ? and reason = 'ungradable'", patient.value()))
                .isEqualTo(1);
        assertThat(ward.count(
                        "alert where patient_id = ? and type = 'grading-unavailable' and priority = 'high'",
                        patient.value()))
                .isEqualTo(1);
        assertThat(ward.count("episode where patient_id = ? and grading_unavailable is not null", patient.value()))
                .isEqualTo(1);
        assertThat(ward.count("grade_change where patient_id = ? and grade = 1", other.value()))
                .isEqualTo(1);
    }

    @Test
    void law7ADeviceThatWasBoundToNobodyIsQuarantined() {
        var claim = claim(topic());
        var id = UUID.randomUUID().toString();

        var result = apply(
                claim,
                "{\"id\":\"%s\",\"deviceId\":\"monitor-x\",\"effectiveAt\":\"%s\",\"kind\":\"vital-signs\",\"temperature\":38}"
                        .formatted(id, MonitoredWard.now()));

        assertThat(result.quarantined()).isEqualTo(1);
        assertThat(ward.count("quarantine where observation_id = ? and reason = 'unbound-device'", id))
                .isEqualTo(1);
    }

    @Test
    void law7AReadingBelongsToThePatientTheDeviceWasBoundToAtItsTime() {
        var patient = newPatient();
        ward.admit(patient, 48);
        var device = "d-" + UUID.randomUUID();
        bench.database()
                .execute(sql -> sql.update(
                        "insert into device_binding (id, device_id, patient_id, valid, bound_by)"
                                + " values (?, ?, ?, tstzrange(?, ?), 'nurse')",
                        UUID.randomUUID(),
                        device,
                        patient.value(),
                        MonitoredWard.now().minusSeconds(3600),
                        MonitoredWard.now().minusSeconds(600)));
        var reading =
                "{\"id\":\"%s\",\"deviceId\":\"%s\",\"effectiveAt\":\"%s\",\"kind\":\"vital-signs\",\"temperature\":38}";

        var result = apply(
                claim(topic()),
                reading.formatted(UUID.randomUUID(), device, MonitoredWard.now().minusSeconds(1200)),
                reading.formatted(UUID.randomUUID(), device, MonitoredWard.now().minusSeconds(60)));

        assertThat(result.applied()).isEqualTo(1);
        assertThat(result.quarantined()).isEqualTo(1);
        assertThat(ward.count("observation where patient_id = ? and device_id = ?", patient.value(), device))
                .isEqualTo(1);
    }

    @Test
    void aRetractionOfAnotherPatientsObservationIsQuarantined() {
        var mine = newPatient();
        var other = newPatient();
        ward.admit(mine, 48);
        ward.admit(other, 48);
        var fever = UUID.randomUUID().toString();

        var result = apply(
                claim(topic()),
                temperature(fever, other, 38.5, 10),
                MonitoredWard.retraction(UUID.randomUUID().toString(), mine, fever));

        assertThat(result.quarantined()).isEqualTo(1);
        assertThat(ward.count("observation where id = ? and retracted_at is null", fever))
                .isEqualTo(1);
    }

    @Test
    void law3ARecordUnderAWrongKeyIsSentOnToThePatientsPartition() {
        var patient = newPatient();
        var claim = claim(topic());
        var elsewhere = PatientPartitioner.partition(patient, 2) == 0 ? 1 : 0;
        var source = new PartitionId(claim.source().topic(), topicId, elsewhere);
        var there = bench.database()
                .transact(sql -> Partitions.claim(sql, source, "test", 0))
                .orElseThrow();
        var id = UUID.randomUUID().toString();

        var result = bench.database()
                .transact(sql -> new BatchTransaction(
                                sql,
                                new Batch(there, 2, List.of(incoming(0, temperature(id, patient, 38, 1)))),
                                bench.regrading(),
                                RULES,
                                new MachineAudit())
                        .run());

        assertThat(result.quarantined()).isEqualTo(1);
        assertThat(ward.count(
                        "quarantine where observation_id = ? and reason = 'forwarded' and state = 'released'", id))
                .isEqualTo(1);
        assertThat(ward.count("observation_identity where id = ?", id)).isZero();
    }

    @Test
    void eachEventOfAnAlertIsToldAsTheAlertStoodThen() {
        var patient = newPatient();
        ward.admit(patient, 48);
        apply(claim(topic()), temperature(UUID.randomUUID().toString(), patient, 38.5, 10));

        assertThat(AlertLog.Event.values()).hasSize(4);
        assertThat(ward.count(
                        "alert_event e join alert a on a.id = e.alert_id where a.patient_id = ?"
                                + " and e.sequence = a.sequence and (e.alert ->> 'sequence')::bigint = e.sequence"
                                + " and e.alert ->> 'state' = 'open'",
                        patient.value()))
                .isEqualTo(2);
    }
}
