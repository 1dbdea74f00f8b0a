package health.vigil.patient.journey;

import health.vigil.grading.BirthDate;
import health.vigil.journey.EntryStamp;
import health.vigil.journey.IdentityReading;
import health.vigil.json.Fields;
import health.vigil.stream.FactsJson;
import java.time.Instant;
import java.util.Optional;

/// What a user read at the bed: the chain of identity from the product, and two identifiers of the patient.
///
/// @param at when it was read; absent: now
record IdentityRequest(
        String coiId, String patientId, Optional<String> name, Optional<BirthDate> birthDate, Optional<Instant> at) {
    static Optional<IdentityRequest> read(Fields fields) {
        var coiId = fields.need("coiId", JourneyShapes.IDENTIFIER);
        var patientId = fields.need("patientId", JourneyShapes.IDENTIFIER);
        var name = fields.may("name", JourneyShapes.NAME);
        var birthDate = fields.may("birthDate", FactsJson.BIRTH_DATE);
        var at = fields.may("at", JourneyShapes.PAST);
        fields.refuseUnknown();
        if (!fields.has("name") && !fields.has("birthDate")) {
            return fields.at("birthDate").refuse("is missing: give a second identifier, name or birthDate");
        }
        return coiId.flatMap(coi -> patientId.map(id -> new IdentityRequest(coi, id, name, birthDate, at)));
    }

    IdentityReading reading(EntryStamp stamp) {
        return new IdentityReading(coiId, patientId, name, birthDate, stamp);
    }
}
