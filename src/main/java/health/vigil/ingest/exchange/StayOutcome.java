package health.vigil.ingest.exchange;

/// What became of a report about a stay.
public enum StayOutcome {
    /// It is stored, now or from before.
    KEPT,
    /// The patient is in another ward than the sender's. Nothing was stored.
    HIDDEN_PATIENT,
    /// It concerns no ward and no patient of this service. Nothing was stored.
    ELSEWHERE
}
