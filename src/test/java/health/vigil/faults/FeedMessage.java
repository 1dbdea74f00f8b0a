package health.vigil.faults;

/// One message of another system.
sealed interface FeedMessage {
    /// A request in FHIR.
    ///
    /// @param path below the base of FHIR
    record ResourceSent(String method, String path, String json) implements FeedMessage {}

    /// A message of HL7.
    record TextSent(String text) implements FeedMessage {}
}
