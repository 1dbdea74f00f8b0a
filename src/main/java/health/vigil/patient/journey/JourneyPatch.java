package health.vigil.patient.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.journey.JourneyFacts;
import health.vigil.json.Fields;
import health.vigil.json.Location;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A change of a journey: a merge patch of its facts, a step to another state, or both.
///
/// @param facts the changes (RFC 7396): `null` removes a value
/// @param reason why recorded identifiers are changed
record JourneyPatch(
        @Schema(implementation = JourneyFacts.class) Optional<ObjectNode> facts,
        Optional<StateRequest> state,
        Optional<String> reason) {
    static Optional<JourneyPatch> read(Fields fields) {
        var facts = fields.may("facts", JourneyPatch::object);
        var state = fields.may("state", Fields.object(StateRequest::read));
        var reason = fields.may("reason", JourneyShapes.REASON);
        fields.refuseUnknown();
        return Optional.of(new JourneyPatch(facts, state, reason));
    }

    /// The changes are checked together with the facts that they change.
    private static Optional<ObjectNode> object(JsonNode value, Location location) {
        return value instanceof ObjectNode changes ? Optional.of(changes) : location.refuse("must be an object");
    }
}
