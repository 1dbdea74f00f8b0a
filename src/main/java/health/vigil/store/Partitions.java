package health.vigil.store;

import java.time.Instant;
import java.util.Optional;

/// How far each partition of the stream has been applied, and who may continue. These offsets are
/// authoritative; those in Kafka are for its tools only.
public final class Partitions {
    /// A partition of a topic. The topic's id is part of it, because a new topic of the same name has other
    /// records.
    public record PartitionId(String topic, String topicId, int partition) {}

    /// The right to apply a partition's next record, until another member claims it.
    public record Claim(PartitionId source, long epoch, StreamPosition next) {
        public Claim at(StreamPosition place) {
            return new Claim(source, epoch, place);
        }

        public long nextOffset() {
            return next.offset();
        }
    }

    /// A position in a partition's log.
    ///
    /// @param leaderEpoch the leader epoch of the record before it; it shows if that record was lost and
    ///     replaced. Absent if none was stored
    public record StreamPosition(long offset, Optional<Integer> leaderEpoch) {
        /// The position before the first record.
        public static StreamPosition beginning(long offset) {
            return new StreamPosition(offset, Optional.empty());
        }
    }

    private Partitions() {}

    /// Claims a partition for an owner.
    ///
    /// @param beginning the first offset, used if the partition is new
    /// @return empty if the stored offsets belong to another topic
    public static Optional<Claim> claim(Sql sql, PartitionId source, String owner, long beginning) {
        return sql.first(
                """
                insert into stream_partition
                    as mine (topic, partition, topic_id, epoch, owner, first_offset, next_offset)
                values (?, ?, ?, 1, ?, ?, ?)
                on conflict (topic, partition) do update set epoch = mine.epoch + 1, owner = excluded.owner
                where mine.topic_id = excluded.topic_id
                returning epoch, next_offset,
                    case when leader_epoch_at = next_offset then leader_epoch end as leader_epoch
                """,
                row -> new Claim(
                        source,
                        row.number("epoch"),
                        new StreamPosition(
                                row.number("next_offset"),
                                row.optionalNumber("leader_epoch").map(Math::toIntExact))),
                source.topic(),
                source.partition(),
                source.topicId(),
                owner,
                beginning,
                beginning);
    }

    /// The beginning of a transaction under a claim.
    ///
    /// @param now the time of the database
    /// @param policies the number of policies that have come into force so far
    public record Turn(Instant now, long policies) {
        static Turn read(ResultRow row) {
            return new Turn(row.instant("now"), row.number("policies"));
        }
    }

    /// Advances a partition; must be the first statement of every transaction that applies records. The
    /// records count as quarantined until {@link #settle}, so that the counts always add up.
    ///
    /// @param records the number of records before the next position; the other offsets hold none
    /// @return empty if the claim is lost
    public static Optional<Turn> advance(Sql sql, Claim claim, StreamPosition next, long records) {
        return sql.first(
                """
                update stream_partition
                set next_offset = ?, leader_epoch = ?, leader_epoch_at = ?, quarantined = quarantined + ?,
                    markers = markers + ?
                where topic = ? and partition = ? and epoch = ? and next_offset = ?
                returning clock_timestamp() as now, (select count(*) from rules_in_force) as policies
                """,
                Turn::read,
                next.offset(),
                next.leaderEpoch(),
                next.offset(),
                records,
                next.offset() - claim.nextOffset() - records,
                claim.source().topic(),
                claim.source().partition(),
                claim.epoch(),
                claim.nextOffset());
    }

    /// Locks a claimed partition while timers change its patients; must be the first statement of the
    /// transaction.
    ///
    /// @return empty if the claim is lost
    public static Optional<Turn> lock(Sql sql, Claim claim) {
        return sql.first("""
                select clock_timestamp() as now, (select count(*) from rules_in_force) as policies
                from stream_partition
                where topic = ? and partition = ? and epoch = ? for no key update
                """, Turn::read, claim.source().topic(), claim.source().partition(), claim.epoch());
    }

    /// How many records of a batch were applied or were duplicates.
    public record Counts(long applied, long duplicate) {}

    public static void settle(Sql sql, Claim claim, Counts counts) {
        sql.update(
                """
                update stream_partition
                set applied = applied + ?, duplicate = duplicate + ?, quarantined = quarantined - ?
                where topic = ? and partition = ?
                """,
                counts.applied(),
                counts.duplicate(),
                counts.applied() + counts.duplicate(),
                claim.source().topic(),
                claim.source().partition());
    }

    /// The largest difference between received and counted records; 0 unless a record was lost or counted
    /// twice.
    public static long conservationGap(Sql sql) {
        return sql.first("""
                        select coalesce(max(abs(next_offset - first_offset - applied - duplicate - quarantined - markers)),
                            0) as gap
                        from stream_partition
                        """, row -> row.number("gap")).orElse(0L);
    }
}
