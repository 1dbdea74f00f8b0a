package health.vigil.monitor.batch;

import health.vigil.observation.PatientId;
import health.vigil.store.Partitions.Claim;
import health.vigil.store.Partitions.StreamPosition;
import health.vigil.stream.PatientPartitioner;
import java.util.List;

/// Records of one partition in offset order, complete from the claim's offset to the last of them.
///
/// @param partitions the number of partitions of the topic
public record Batch(Claim claim, int partitions, List<IncomingRecord> records) {
    /// Whether this partition holds the records of a patient number.
    boolean ours(PatientId number) {
        return PatientPartitioner.partition(number, partitions)
                == claim.source().partition();
    }

    /// The position after the last record.
    public StreamPosition next() {
        var last = records.getLast();
        return new StreamPosition(last.offset() + 1, last.leaderEpoch());
    }

    /// The first `count` records.
    public Batch first(int count) {
        return new Batch(claim, partitions, records.subList(0, count));
    }

    /// The records after the first `count`.
    public Batch rest(int count) {
        return new Batch(claim.at(first(count).next()), partitions, records.subList(count, records.size()));
    }

    /// The same batch with other records.
    public Batch with(List<IncomingRecord> others) {
        return new Batch(claim, partitions, others);
    }
}
