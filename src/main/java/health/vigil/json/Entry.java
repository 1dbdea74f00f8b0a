package health.vigil.json;

import java.util.List;
import java.util.Optional;

/// A field as it was read, before anything was asked of its value: a value, or the faults of its form, or neither where
/// it was left out.
public record Entry<T>(Optional<T> value, List<Violation> faults) {
    private static final Entry<?> ABSENT = new Entry<>(Optional.empty(), List.of());

    public Entry {
        faults = List.copyOf(faults);
    }

    public static <T> Entry<T> of(T value) {
        return new Entry<>(Optional.of(value), List.of());
    }

    /// A field that was left out.
    @SuppressWarnings("unchecked")
    public static <T> Entry<T> absent() {
        return (Entry<T>) ABSENT;
    }

    /// A field that is there and cannot be read.
    public static <T> Entry<T> faulty(List<Violation> faults) {
        return new Entry<>(Optional.empty(), faults);
    }

    /// Whether it is there, sound or not.
    public boolean given() {
        return value.isPresent() || !faults.isEmpty();
    }
}
