package health.vigil.patient.episode;

import health.vigil.json.Fields;
import java.util.Optional;

/// Why something is undone.
record ReversalRequest(String reason) {
    static Optional<ReversalRequest> read(Fields fields) {
        var reason = fields.need("reason", Admission.NOTE);
        fields.refuseUnknown();
        return reason.map(ReversalRequest::new);
    }
}
