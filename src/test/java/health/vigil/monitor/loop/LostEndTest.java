package health.vigil.monitor.loop;

import health.vigil.Eventually;
import health.vigil.embedded.ForgetfulBroker;
import health.vigil.observation.PatientId;
import health.vigil.stream.PatientPartitioner;
import health.vigil.stream.Topics;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static health.vigil.monitor.loop.MonitoredWard.newPatient;
import static health.vigil.monitor.loop.MonitoredWard.temperature;
import static org.assertj.core.api.Assertions.assertThat;

/// The broker loses the applied end of its log and continues from there, so that offsets name other records.
class LostEndTest {
    private final PatientId patient = newPatient();
    private final int partition = PatientPartitioner.partition(patient, MonitorBench.PARTITIONS);

    @Test
    void law5AnEndThatWasAppliedAndIsWrittenAnewStopsItsPartition() throws Exception {
        try (var broker = new ForgetfulBroker()) {
            var bench = MonitorBench.shared().beside(broker.bootstrapServers());
            bench.ward().admit(patient, 48);
            var before = 0L;
            try (var _ = bench.run()) {
                apply(bench, "kept");
                before = broker.length(Topics.OBSERVATIONS, partition);
                apply(bench, "lost");
            }

            broker.forget(Topics.OBSERVATIONS, partition, before);
            IntStream.range(0, 3).forEach(i -> send(bench, "anew-" + i));

            try (var reader = bench.reader(bench.monitoring())) {
                Eventually.await().until(() -> {
                    reader.turn();
                    return reader.stopped() == 1;
                });
                assertThat(bench.ward().count("observation")).isEqualTo(2);
            }
        }
    }

    private void apply(MonitorBench bench, String id) {
        send(bench, id);
        bench.ward().awaitState(id, "applied");
        bench.ward().awaitConservation();
    }

    private void send(MonitorBench bench, String id) {
        bench.ward().send(patient, temperature(id, patient, 38.5, 10));
    }
}
