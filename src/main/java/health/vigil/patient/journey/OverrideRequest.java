package health.vigil.patient.journey;

import health.vigil.journey.EntryStamp;
import health.vigil.journey.ReadinessOverride;
import health.vigil.json.Fields;
import java.util.Optional;

/// A physician's decision to go on although an item of the readiness list is not met, as it is sent.
///
/// @param target the id of an item of the readiness list
record OverrideRequest(String target, String reason) {
    static Optional<OverrideRequest> read(Fields fields) {
        var target = fields.need("target", JourneyShapes.IDENTIFIER);
        var reason = fields.need("reason", JourneyShapes.REASON);
        fields.refuseUnknown();
        return target.flatMap(id -> reason.map(why -> new OverrideRequest(id, why)));
    }

    ReadinessOverride decision(EntryStamp stamp) {
        return new ReadinessOverride(target, reason, stamp);
    }
}
