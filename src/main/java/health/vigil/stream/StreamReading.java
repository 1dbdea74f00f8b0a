package health.vigil.stream;

import java.util.Optional;

/// The result of parsing a record.
public sealed interface StreamReading {
    record Legible(StreamRecord record) implements StreamReading {}

    /// It is not a valid record.
    ///
    /// @param detail all violations, without values
    record Unreadable(String detail, Glimpse glimpse) implements StreamReading {}

    /// The ids in an unreadable record, which help a person to find it.
    record Glimpse(Optional<String> observationId, Optional<String> patientId, Optional<String> deviceId) {
        public static final Glimpse NOTHING = new Glimpse(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
