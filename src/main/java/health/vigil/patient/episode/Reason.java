package health.vigil.patient.episode;

import health.vigil.json.Fields;
import java.util.Optional;

/// Why something is undone.
record Reason(String reason) {
    static Optional<Reason> read(Fields fields) {
        var reason = fields.need("reason", Admission.NOTE);
        fields.refuseUnknown();
        return reason.map(Reason::new);
    }
}
