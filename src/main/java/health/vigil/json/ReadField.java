package health.vigil.json;

import java.util.List;
import java.util.Optional;

/// A field as read, before its value is checked: a value, or the faults of its form, or neither if the field is
/// absent.
public record ReadField<T>(Optional<T> value, List<Violation> faults) {
    private static final ReadField<?> ABSENT = new ReadField<>(Optional.empty(), List.of());

    public ReadField {
        faults = List.copyOf(faults);
    }

    public static <T> ReadField<T> of(T value) {
        return new ReadField<>(Optional.of(value), List.of());
    }

    /// An absent field.
    @SuppressWarnings("unchecked")
    public static <T> ReadField<T> absent() {
        return (ReadField<T>) ABSENT;
    }

    /// A field that is present but cannot be read.
    public static <T> ReadField<T> faulty(List<Violation> faults) {
        return new ReadField<>(Optional.empty(), faults);
    }

    /// Whether the field is present, valid or not.
    public boolean given() {
        return value.isPresent() || !faults.isEmpty();
    }
}
