package health.vigil.monitor.batch;

import health.vigil.observation.PatientId;
import health.vigil.store.Partitions.Claim;
import health.vigil.store.Partitions.StreamPosition;
import health.vigil.stream.PatientPartitioner;
import java.util.List;

/// Records of one partition, all that there are from where the claim stands to the last of them.
///
/// @param partitions how many partitions the topic has
public record Batch(Claim claim, int partitions, List<IncomingRecord> records) {
    /// Whether a number's records are on this partition.
    boolean ours(PatientId number) {
        return PatientPartitioner.partition(number, partitions)
                == claim.source().partition();
    }

    /// The place after its last record.
    public StreamPosition next() {
        var last = records.getLast();
        return new StreamPosition(last.offset() + 1, last.leaderEpoch());
    }

    /// The records up to one of them.
    public Batch first(int count) {
        return new Batch(claim, partitions, records.subList(0, count));
    }

    /// The records after that one.
    public Batch rest(int count) {
        return new Batch(claim.at(first(count).next()), partitions, records.subList(count, records.size()));
    }

    /// The same place in the stream with other words.
    public Batch with(List<IncomingRecord> others) {
        return new Batch(claim, partitions, others);
    }
}
