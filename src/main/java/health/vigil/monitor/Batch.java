package health.vigil.monitor;

import health.vigil.store.Partitions.Claim;
import java.util.List;

/// Records of one partition that follow each other without a gap, from where the claim stands.
///
/// @param partitions how many partitions the topic has
record Batch(Claim claim, int partitions, List<Incoming> records) {
    long next() {
        return records.getLast().offset() + 1;
    }

    Batch of(List<Incoming> some) {
        return new Batch(claim.at(some.getFirst().offset()), partitions, some);
    }
}
