package health.vigil.patient.journey;

import health.vigil.journey.CancelCause;
import health.vigil.journey.EntryStamp;
import health.vigil.journey.JourneyState;
import health.vigil.journey.StateChange;
import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import java.time.Instant;
import java.util.Optional;

/// A step of a journey as it is requested.
///
/// @param at when it was taken; absent: now
record StateRequest(
        JourneyState to,
        Optional<Instant> at,
        Optional<String> reason,
        Optional<Instant> reviewAt,
        Optional<CancelCause> cause) {
    static Optional<StateRequest> read(Fields fields) {
        var to = fields.need("to", Shapes.word(JourneyState.class));
        var at = fields.may("at", JourneyShapes.PAST);
        var reason = fields.may("reason", JourneyShapes.REASON);
        var reviewAt = fields.may("reviewAt", Shapes.time());
        var cause = fields.may("cause", Shapes.word(CancelCause.class));
        fields.refuseUnknown();
        return to.map(state -> new StateRequest(state, at, reason, reviewAt, cause));
    }

    StateChange change(EntryStamp stamp) {
        return new StateChange(to, reason, reviewAt, cause, stamp);
    }
}
