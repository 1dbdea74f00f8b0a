package health.vigil.ingest.hl7;

/// The other end of a connection.
///
/// @param senders those whom it may be; never empty
/// @param address its network address
record MllpPeer(Hl7Senders senders, String address) {}
