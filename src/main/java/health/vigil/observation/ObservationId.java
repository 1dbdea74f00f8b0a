package health.vigil.observation;

/// The sender's identifier of an observation, unique in the whole service: 1 to 128 characters.
public record ObservationId(String value) implements Comparable<ObservationId> {
    public static final int MAX_LENGTH = 128;

    public ObservationId {
        if (!accepts(value)) {
            throw new IllegalArgumentException("An observation id has 1 to 128 characters");
        }
    }

    /// Characters are those of Unicode, whatever they take in UTF-16.
    public static boolean accepts(String value) {
        return !value.isEmpty() && value.codePointCount(0, value.length()) <= MAX_LENGTH;
    }

    @Override
    public int compareTo(ObservationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
