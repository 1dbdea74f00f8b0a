package health.vigil.monitor;

/// Someone else has claimed the partition, or applied these records: what was done is rolled back.
final class ClaimLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClaimLost() {
        super("The partition's claim has been lost");
    }
}
