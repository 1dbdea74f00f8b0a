package health.vigil.stream;

import java.util.Optional;

/// The result of parsing a record.
public sealed interface StreamReading {
    record Legible(StreamRecord record) implements StreamReading {}

    /// It is not a valid record.
    ///
    /// @param detail all violations, without values
    record Unreadable(String detail, LegibleIds ids) implements StreamReading {}

    /// The ids in an unreadable record, which help a person to find it.
    record LegibleIds(Optional<String> observationId, Optional<String> patientId, Optional<String> deviceId) {
        public static final LegibleIds NOTHING = new LegibleIds(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
