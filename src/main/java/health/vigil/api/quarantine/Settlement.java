package health.vigil.api.quarantine;

import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.PatientId;
import java.util.Optional;

/// A person's decision about a record in quarantine.
///
/// @param patientId the patient it belongs to; if absent, the rules decide again
/// @param newId the id under which it is applied, if its own was used before with other content
record Settlement(Optional<PatientId> patientId, Optional<String> newId, String note) {
    private static final Shape<String> NOTE = Shapes.sentence(2000);

    static Optional<Settlement> release(Fields fields) {
        var patient = fields.may("patientId", Shapes.patientId());
        var newId = fields.may("newId", Shapes.observationId());
        var note = fields.need("note", NOTE);
        fields.refuseUnknown();
        return note.map(text -> new Settlement(patient, newId, text));
    }

    /// The decision not to apply a record.
    record Discard(String note) {
        static Optional<Discard> read(Fields fields) {
            var note = fields.need("note", NOTE);
            fields.refuseUnknown();
            return note.map(Discard::new);
        }
    }
}
