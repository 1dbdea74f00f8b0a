package health.vigil.observation;

/// The hospital's own identifier of a patient: 1 to 64 letters, digits, dots and hyphens.
public record PatientId(String value) {
    public PatientId {
        if (!accepts(value)) {
            throw new IllegalArgumentException("A patient id has 1 to 64 letters, digits, dots or hyphens");
        }
    }

    public static boolean accepts(String value) {
        return !value.isEmpty() && value.length() <= 64 && value.chars().allMatch(PatientId::allowed);
    }

    private static boolean allowed(int character) {
        return (character < 128 && Character.isLetterOrDigit(character)) || character == '.' || character == '-';
    }

    @Override
    public String toString() {
        return value;
    }
}
