package health.vigil.observation;

/// The identifier of a bedside device: 1 to 128 characters.
public record DeviceId(String value) {
    public static final int MAX_LENGTH = 128;

    public DeviceId {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A device id has 1 to 128 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
