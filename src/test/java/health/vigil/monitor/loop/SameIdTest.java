package health.vigil.monitor.loop;

import health.vigil.observation.PatientId;
import health.vigil.store.Column;
import health.vigil.stream.PatientPartitioner;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static health.vigil.monitor.loop.MonitoredWard.id;
import static health.vigil.monitor.loop.MonitoredWard.newPatient;
import static health.vigil.monitor.loop.MonitoredWard.temperature;
import static org.assertj.core.api.Assertions.assertThat;

/// Two monitors process the same ids at the same time, on different partitions.
class SameIdTest {
    private static final int IDS = 60;

    private final MonitorBench bench = MonitorBench.shared();
    private final MonitoredWard ward = bench.ward();
    private final List<PatientId> patients =
            IntStream.range(0, MonitorBench.PARTITIONS).mapToObj(SameIdTest::on).toList();
    private final String prefix = id();
    private List<RunningMonitor> monitors = List.of();

    private static PatientId on(int partition) {
        var patient = newPatient();
        return PatientPartitioner.partition(patient, MonitorBench.PARTITIONS) == partition ? patient : on(partition);
    }

    @BeforeEach
    void twoMonitorsShareThePartitions() {
        patients.forEach(patient -> ward.admit(patient, 48));
        monitors = List.of(bench.run(), bench.run());
        await().untilAsserted(() -> assertThat(
                        ward.count(
                                "(select owner from stream_partition where topic = 'vigil.observations' group by owner) as owners"))
                .isEqualTo(2));
    }

    @AfterEach
    void stop() {
        monitors.forEach(RunningMonitor::close);
    }

    /// Sends all patients' records at once, under the same ids.
    private void sendAtOnce(Function<PatientId, String> sender) {
        var sending = patients.stream()
                .map(patient -> CompletableFuture.runAsync(() -> {
                    for (var number = 0; number < IDS; number++) {
                        var record = temperature(prefix + number, patient, 38.5, 10);
                        ward.send(patient, record.replace("}", ",\"enteredBy\":\"" + sender.apply(patient) + "\"}"));
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sending).join();
        ward.awaitConservation();
    }

    private long observations() {
        return ward.count(
                "observation where id like ? and patient_id = any(?)",
                prefix + "%",
                Column.texts(patients, PatientId::value));
    }

    @Test
    void whatSeveralSendersSentUnderOneIdIsAllApplied() {
        sendAtOnce(patient -> "sender-" + patient.value());

        await().untilAsserted(() -> assertThat(observations()).isEqualTo((long) IDS * patients.size()));
        assertThat(ward.count("quarantine where observation_id like ?", prefix + "%"))
                .isZero();
    }

    @Test
    void ofOneSendersOneIsAppliedAndTheOthersAreConflicts() {
        sendAtOnce(_ -> "one-sender-" + prefix);

        await().untilAsserted(() -> assertThat(
                        ward.count("quarantine where observation_id like ? and reason = 'id-conflict'", prefix + "%"))
                .isEqualTo((long) IDS * (patients.size() - 1)));
        assertThat(observations()).isEqualTo(IDS);
        assertThat(ward.count("observation_identity where id like ?", prefix + "%"))
                .isEqualTo(IDS);
    }
}
