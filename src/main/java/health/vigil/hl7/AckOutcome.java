package health.vigil.hl7;

/// The outcome of a message, as its answer says it.
public enum AckOutcome {
    ACCEPT("A"),
    ERROR("E"),
    REJECT("R");

    private final String letter;

    AckOutcome(String letter) {
        this.letter = letter;
    }

    /// Its letter in a code such as `AE` or `CE`.
    public String letter() {
        return letter;
    }
}
