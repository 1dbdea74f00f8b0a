package health.vigil.observation;

/// How a result outside the assay's range was reported.
public enum Censoring {
    BELOW("<"),
    ABOVE(">");

    private final String symbol;

    Censoring(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
