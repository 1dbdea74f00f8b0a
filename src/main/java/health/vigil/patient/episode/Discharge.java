package health.vigil.patient.episode;

import health.vigil.api.MicrosecondClock;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Observation;
import java.time.Instant;
import java.util.Optional;

/// The end of a monitoring period.
record Discharge(Instant at, Optional<String> note) {
    private static final Shape<Instant> PAST = Shapes.time()
            .where(
                    at -> !at.isAfter(MicrosecondClock.now().plus(Observation.CLOCK_TOLERANCE)),
                    "must not be in the future");

    static Optional<Discharge> read(Fields fields) {
        var at = fields.need("at", PAST);
        var note = fields.may("note", Admission.NOTE);
        fields.refuseUnknown();
        return at.map(instant -> new Discharge(instant, note));
    }
}
