package health.vigil.observation;

/// The identifier of a bedside device: 1 to 128 characters.
public record DeviceId(String value) {
    public static final int MAX_LENGTH = 128;

    public DeviceId {
        if (!accepts(value)) {
            throw new IllegalArgumentException("A device id has 1 to 128 characters");
        }
    }

    /// Counts Unicode characters, not UTF-16 units.
    public static boolean accepts(String value) {
        return !value.isEmpty() && value.codePointCount(0, value.length()) <= MAX_LENGTH;
    }

    @Override
    public String toString() {
        return value;
    }
}
