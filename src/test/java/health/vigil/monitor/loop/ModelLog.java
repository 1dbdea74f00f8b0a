package health.vigil.monitor.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A model of one partition's log: the record at each offset, the first available offset, and the records
/// before the end was lost.
final class ModelLog {
    /// A record's value, or a transaction marker, which consumers do not get.
    ///
    /// @param leaderEpoch the epoch of the leader that wrote it
    record Slot(Optional<String> value, int leaderEpoch) {}

    private final List<Slot> slots = new ArrayList<>();
    private List<Slot> former = List.of();
    private long lostFrom = Long.MAX_VALUE;
    private long beginning;
    private int leaderEpoch;

    void append(String value) {
        slots.add(new Slot(Optional.of(value), leaderEpoch));
    }

    void mark() {
        slots.add(new Slot(Optional.empty(), leaderEpoch));
    }

    long beginning() {
        return beginning;
    }

    long end() {
        return slots.size();
    }

    /// Whether only markers follow from an offset on.
    boolean readTo(long offset) {
        return slots.stream().skip(offset).allMatch(slot -> slot.value().isEmpty());
    }

    /// Retention deletes older records.
    void deleteBefore(long offset) {
        beginning = Math.max(beginning, Math.min(offset, end()));
    }

    /// The end of the log is lost, and another leader writes from there on.
    void loseFrom(long offset) {
        former = List.copyOf(slots);
        lostFrom = offset;
        slots.subList((int) offset, slots.size()).clear();
        leaderEpoch++;
    }

    /// Whether the record of a leader at an offset was lost.
    boolean lost(long offset, int leader) {
        return offset >= lostFrom && leader < leaderEpoch;
    }

    Optional<String> at(long offset) {
        return slots.get((int) offset).value();
    }

    int leaderEpoch(long offset) {
        return slots.get((int) offset).leaderEpoch();
    }

    Optional<Slot> slot(long offset) {
        return slot(slots, offset);
    }

    /// The record at an offset before the end was lost.
    Optional<Slot> formerSlot(long offset) {
        return slot(former, offset);
    }

    private static Optional<Slot> slot(List<Slot> log, long offset) {
        return offset < log.size() ? Optional.of(log.get((int) offset)) : Optional.empty();
    }

    /// The end of the records written by a leader and earlier ones.
    long endUnder(int leader) {
        return slots.stream().filter(slot -> slot.leaderEpoch() <= leader).count();
    }

    boolean holds(long offset) {
        return offset >= beginning && offset <= end();
    }
}
