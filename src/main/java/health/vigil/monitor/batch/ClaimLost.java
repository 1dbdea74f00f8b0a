package health.vigil.monitor.batch;

/// Someone else has claimed the partition, or applied these records: what was done is rolled back.
public final class ClaimLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClaimLost() {
        super("The partition's claim has been lost");
    }
}
