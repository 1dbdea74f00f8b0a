package health.vigil.stream;

import health.vigil.observation.PatientId;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/// Computes the partition of a patient's records, in the same way as Kafka's producers do from a key.
public final class PatientPartitioner {
    private PatientPartitioner() {}

    public static int partition(PatientId patient, int partitions) {
        var key = patient.value().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
