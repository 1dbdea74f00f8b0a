package health.vigil.grading;

import java.time.Instant;
import java.util.Optional;

/// A seizure as it counts from its record on.
///
/// @param prolonged longer than 5 minutes
/// @param repetitive it followed another one without return to baseline between them
/// @param status 5 minutes or longer, or repetitive
/// @param unmeasured a record of it does not say how long it lasted
record SeizureEntry(SeizureRecord record, boolean prolonged, boolean repetitive, boolean status, boolean unmeasured) {
    Instant at() {
        return record.at();
    }

    /// Whether it grades 4.
    boolean severe() {
        return prolonged || repetitive;
    }

    /// A short one without return to baseline.
    boolean postIctal() {
        return record.seizure().withoutReturn() && !prolonged;
    }

    /// The newer of two; at one instant the more severe one.
    static Optional<SeizureEntry> newest(Optional<SeizureEntry> kept, SeizureEntry next) {
        return kept.filter(old ->
                        old.at().isAfter(next.at()) || (old.at().equals(next.at()) && (old.severe() || !next.severe())))
                .or(() -> Optional.of(next));
    }
}
