package health.vigil.grading;

import health.vigil.observation.Word;
import java.time.Instant;

/// A record that people are asked about while a flag of CRS is up.
///
/// @param recordedAt the time of the record, of several the oldest
/// @param since when the question arose
public record UnconfirmedRecord(RecordKind kind, Instant recordedAt, Instant since) {
    /// The subject of the record.
    public enum RecordKind implements Word {
        /// While `confirm-oxygen` is up.
        OXYGEN,
        /// While `confirm-vasopressor` is up.
        VASOPRESSOR,
        /// While `single-reading` is up, and hypotension rests on it.
        BLOOD_PRESSURE,
        /// While `single-reading` is up, and hypoxia rests on it.
        SPO2
    }
}
