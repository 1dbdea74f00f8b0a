package health.vigil.store;

import health.vigil.observation.Indication;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A charted dose of a drug that was not retracted.
///
/// @param at when it was given
public record ChartedDose(String id, Instant at, Optional<Indication> indication) {
    /// The ids of the medications that an infusion record charts begin so.
    public static final String OF_A_RECORD = "premedication-";

    /// Two records of the same drug that are at most so far apart may be one dose: two people write the time from
    /// two clocks, or one of them afterwards and rounded. No drug of a premedication is repeated within it.
    public static final Duration SAME_DOSE_WITHIN = Duration.ofMinutes(30);

    /// Whether an infusion record charted it, and no person or other system.
    public boolean ofARecord() {
        return ofARecord(id);
    }

    public static boolean ofARecord(String id) {
        return id.startsWith(OF_A_RECORD);
    }
}
