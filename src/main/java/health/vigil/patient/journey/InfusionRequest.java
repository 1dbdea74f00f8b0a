package health.vigil.patient.journey;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import health.vigil.grading.Baseline;
import health.vigil.journey.InfusionRecord;
import health.vigil.json.Fields;
import health.vigil.patient.episode.Admission;
import health.vigil.patient.episode.BaselineFields;
import java.util.Optional;

/// An infusion as it is sent, with what the admission needs that the journey does not have.
///
/// @param ward absent: the journey's
record InfusionRequest(
        @JsonUnwrapped InfusionRecord infusion, String bed, Optional<String> ward, Optional<Baseline> baseline) {
    static Optional<InfusionRequest> read(Fields fields) {
        var infusion = InfusionShape.read(fields);
        var bed = fields.need("bed", Admission.PLACE);
        var ward = fields.may("ward", Admission.PLACE);
        var baseline = fields.may("baseline", Fields.object(BaselineFields::read));
        fields.refuseUnknown();
        return infusion.flatMap(given -> bed.map(place -> new InfusionRequest(given, place, ward, baseline)));
    }
}
