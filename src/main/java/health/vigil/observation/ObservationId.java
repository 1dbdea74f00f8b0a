package health.vigil.observation;

import java.util.Comparator;

/// Identifies an observation by its sender and the sender's own id. Two senders may use the same id.
///
/// @param value the sender's id: 1 to 128 characters
public record ObservationId(Sender sender, String value) implements Comparable<ObservationId> {
    public static final int MAX_LENGTH = 128;

    private static final Comparator<ObservationId> ORDER =
            Comparator.comparing(ObservationId::value).thenComparing(ObservationId::sender);

    public ObservationId {
        if (!accepts(value)) {
            throw new IllegalArgumentException("An observation id has 1 to 128 characters");
        }
    }

    /// Counts Unicode characters, not UTF-16 units.
    public static boolean accepts(String value) {
        return !value.isEmpty() && value.codePointCount(0, value.length()) <= MAX_LENGTH;
    }

    @Override
    public int compareTo(ObservationId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return value;
    }
}
