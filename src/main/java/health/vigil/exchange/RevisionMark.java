package health.vigil.exchange;

import java.time.Instant;

/// What distinguishes a revision of a statement that does not say when it was issued.
public sealed interface RevisionMark {
    /// A first report, and every report of a device.
    record First() implements RevisionMark {}

    /// The version that the sender expects to replace (`If-Match`).
    record OfVersion(int version) implements RevisionMark {}

    /// A revision that arrived at an instant.
    record ReceivedAt(Instant instant) implements RevisionMark {}
}
