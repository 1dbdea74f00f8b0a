package health.vigil.patient.episode;

import health.vigil.api.MicrosecondClock;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Observation;
import java.time.Instant;
import java.util.Optional;

/// A patient is watched at home from a time on.
///
/// @param ward the ward of the outpatient coordinators; absent: that of the settings
/// @param bed absent: unknown
record OutpatientRequest(Instant at, Optional<String> ward, Optional<String> bed, Optional<String> note) {
    private static final Shape<Instant> PAST = Shapes.time()
            .where(
                    at -> !at.isAfter(MicrosecondClock.now().plus(Observation.CLOCK_TOLERANCE)),
                    "must not be in the future");

    static Optional<OutpatientRequest> read(Fields fields) {
        var at = fields.need("at", PAST);
        var ward = fields.may("ward", Admission.PLACE);
        var bed = fields.may("bed", Admission.PLACE);
        var note = fields.may("note", Admission.NOTE);
        fields.refuseUnknown();
        return fields.whenSound(() -> new OutpatientRequest(at.orElseThrow(), ward, bed, note));
    }
}
