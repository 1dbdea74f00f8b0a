package health.vigil.store;

import health.vigil.observation.Indication;
import java.time.Instant;
import java.util.Optional;

/// A charted dose of a drug that was not retracted.
///
/// @param at when it was given
public record ChartedDose(String id, Instant at, Optional<Indication> indication) {
    /// The ids of the medications that an infusion record charts begin so.
    public static final String OF_A_RECORD = "premedication-";

    /// Whether an infusion record charted it, and no person or other system.
    public boolean ofARecord() {
        return ofARecord(id);
    }

    public static boolean ofARecord(String id) {
        return id.startsWith(OF_A_RECORD);
    }
}
