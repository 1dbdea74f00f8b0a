package health.vigil.monitor.batch;

/// Another member has claimed the partition or applied these records. The transaction must roll back.
public final class ClaimLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClaimLost() {
        super("The partition's claim has been lost");
    }
}
