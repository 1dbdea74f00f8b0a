package health.vigil.patient.episode;

import health.vigil.json.Fields;
import java.util.Optional;

/// Why something is taken back.
record Reason(String text) {
    static Optional<Reason> read(Fields fields) {
        var text = fields.need("reason", Admission.NOTE);
        fields.refuseUnknown();
        return text.map(Reason::new);
    }
}
