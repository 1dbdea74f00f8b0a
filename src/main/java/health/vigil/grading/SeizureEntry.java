package health.vigil.grading;

import java.time.Instant;
import java.util.Optional;

/// A seizure that counts from its record on.
///
/// @param prolonged whether it was longer than 5 minutes
/// @param repetitive whether it followed another one without return to baseline between them
/// @param status whether it lasted 5 minutes or longer, or was repetitive
/// @param unmeasured whether a record of it does not say how long it lasted
record SeizureEntry(SeizureRecord record, boolean prolonged, boolean repetitive, boolean status, boolean unmeasured) {
    Instant at() {
        return record.at();
    }

    /// Whether it grades 4.
    boolean severe() {
        return prolonged || repetitive;
    }

    /// Whether it was short and without return to baseline.
    boolean postIctal() {
        return record.seizure().withoutReturn() && !prolonged;
    }

    /// The newer of two. At the same instant, the more severe one.
    static Optional<SeizureEntry> newest(Optional<SeizureEntry> kept, SeizureEntry next) {
        return kept.filter(old ->
                        old.at().isAfter(next.at()) || (old.at().equals(next.at()) && (old.severe() || !next.severe())))
                .or(() -> Optional.of(next));
    }
}
