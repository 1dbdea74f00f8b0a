package health.vigil.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One partition's log: what stands at each offset, and from which offset on it still stands.
final class ModelLog {
    /// A record's value, or the mark of a transaction, which no consumer is given.
    record Slot(Optional<String> value) {}

    private final List<Slot> slots = new ArrayList<>();
    private long beginning;

    void append(String value) {
        slots.add(new Slot(Optional.of(value)));
    }

    void mark() {
        slots.add(new Slot(Optional.empty()));
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

    Optional<String> at(long offset) {
        return slots.get((int) offset).value();
    }

    boolean holds(long offset) {
        return offset >= beginning && offset <= end();
    }
}
