package health.vigil.json;

import java.util.List;
import java.util.Optional;

/// A field as read, before its value is checked: a value, or the faults of its form, or neither if the field is absent.
public record Entry<T>(Optional<T> value, List<Violation> faults) {
    private static final Entry<?> ABSENT = new Entry<>(Optional.empty(), List.of());

    public Entry {
        faults = List.copyOf(faults);
    }

    public static <T> Entry<T> of(T value) {
        return new Entry<>(Optional.of(value), List.of());
    }

    /// An absent field.
    @SuppressWarnings("unchecked")
    public static <T> Entry<T> absent() {
        return (Entry<T>) ABSENT;
    }

    /// A field that is present but cannot be read.
    public static <T> Entry<T> faulty(List<Violation> faults) {
        return new Entry<>(Optional.empty(), faults);
    }

    /// Whether the field is present, valid or not.
    public boolean given() {
        return value.isPresent() || !faults.isEmpty();
    }
}
