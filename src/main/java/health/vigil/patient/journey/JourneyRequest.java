package health.vigil.patient.journey;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import health.vigil.journey.JourneyFacts;
import health.vigil.json.Fields;
import java.time.Instant;
import java.util.Optional;

/// A journey as it is begun.
///
/// @param referredAt when the patient was referred; absent: now
record JourneyRequest(@JsonUnwrapped JourneyFacts facts, Optional<Instant> referredAt) {
    static final String REFERRED_AT = "referredAt";

    static Optional<JourneyRequest> read(Fields fields) {
        var referredAt = fields.may(REFERRED_AT, JourneyShapes.PAST);
        return JourneyDocument.read(fields).map(facts -> new JourneyRequest(facts, referredAt));
    }
}
