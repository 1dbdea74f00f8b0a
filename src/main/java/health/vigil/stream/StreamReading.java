package health.vigil.stream;

import java.util.Optional;

/// What became of reading one record's bytes.
public sealed interface StreamReading {
    record Legible(StreamRecord record) implements StreamReading {}

    /// It is no record that the contract knows.
    ///
    /// @param detail every fault, without values
    record Unreadable(String detail, Glimpse glimpse) implements StreamReading {}

    /// What an unreadable record still says of itself, so that a person finds it.
    record Glimpse(Optional<String> observationId, Optional<String> patientId, Optional<String> deviceId) {
        public static final Glimpse NOTHING = new Glimpse(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
