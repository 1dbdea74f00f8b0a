package health.vigil.patient.journey;

import health.vigil.journey.CheckOverride;
import health.vigil.journey.EntryStamp;
import health.vigil.json.Fields;
import java.util.Optional;

/// A physician's decision to go on although a check or an item is open, as it is sent.
///
/// @param target the id of a check (`J-1`) or of an item of the readiness list
record OverrideRequest(String target, String reason) {
    static Optional<OverrideRequest> read(Fields fields) {
        var target = fields.need("target", JourneyShapes.IDENTIFIER);
        var reason = fields.need("reason", JourneyShapes.REASON);
        fields.refuseUnknown();
        return target.flatMap(id -> reason.map(why -> new OverrideRequest(id, why)));
    }

    CheckOverride decision(EntryStamp stamp) {
        return new CheckOverride(target, reason, stamp);
    }
}
