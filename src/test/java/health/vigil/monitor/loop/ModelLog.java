package health.vigil.monitor.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One partition's log: what stands at each offset, from which offset on it still stands, and what stood there before
/// its end was lost.
final class ModelLog {
    /// A record's value, or the mark of a transaction, which no consumer is given.
    ///
    /// @param leaderEpoch the number of the leader under whom it was written
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

    /// Whether nothing but marks stands from an offset on.
    boolean readTo(long offset) {
        return slots.stream().skip(offset).allMatch(slot -> slot.value().isEmpty());
    }

    /// Retention takes what is older.
    void deleteBefore(long offset) {
        beginning = Math.max(beginning, Math.min(offset, end()));
    }

    /// Its end is lost, and another leader writes from there on.
    void loseFrom(long offset) {
        former = List.copyOf(slots);
        lostFrom = offset;
        slots.subList((int) offset, slots.size()).clear();
        leaderEpoch++;
    }

    /// Whether what stood at an offset under a leader has been lost.
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

    /// What stood at an offset before the end was lost.
    Optional<Slot> formerSlot(long offset) {
        return slot(former, offset);
    }

    private static Optional<Slot> slot(List<Slot> log, long offset) {
        return offset < log.size() ? Optional.of(log.get((int) offset)) : Optional.empty();
    }

    /// Where what was written under a leader, and under those before, ends.
    long endUnder(int leader) {
        return slots.stream().filter(slot -> slot.leaderEpoch() <= leader).count();
    }

    boolean holds(long offset) {
        return offset >= beginning && offset <= end();
    }
}
