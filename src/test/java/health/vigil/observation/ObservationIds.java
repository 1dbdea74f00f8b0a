package health.vigil.observation;

/// Ids of observations whose sender is no matter.
public final class ObservationIds {
    private ObservationIds() {}

    /// One of what is written to the topic directly.
    public static ObservationId of(String id) {
        return new ObservationId(Sender.STREAM, id);
    }
}
