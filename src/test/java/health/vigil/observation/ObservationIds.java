package health.vigil.observation;

/// Ids of observations for tests in which the sender does not matter.
public final class ObservationIds {
    private ObservationIds() {}

    /// An id of a record that was written to the topic directly.
    public static ObservationId of(String id) {
        return new ObservationId(Sender.STREAM, id);
    }
}
