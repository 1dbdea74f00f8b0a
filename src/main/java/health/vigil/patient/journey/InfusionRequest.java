package health.vigil.patient.journey;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import health.vigil.grading.Baseline;
import health.vigil.journey.InfusionRecord;
import health.vigil.json.Fields;
import health.vigil.json.Location;
import health.vigil.patient.episode.Admission;
import health.vigil.patient.episode.BaselineFields;
import java.time.Duration;
import java.util.Optional;

/// An infusion as it is sent, with what the admission needs that the journey does not have.
///
/// @param ward absent: the journey's
record InfusionRequest(
        @JsonUnwrapped InfusionRecord infusion, String bed, Optional<String> ward, Optional<Baseline> baseline) {
    private static final Duration PREMEDICATION = Duration.ofHours(24);

    static Optional<InfusionRequest> read(Fields fields) {
        var infusion = InfusionShape.read(fields);
        var bed = fields.need("bed", Admission.PLACE);
        var ward = fields.may("ward", Admission.PLACE);
        var baseline = fields.may("baseline", Fields.object(BaselineFields::read));
        fields.refuseUnknown();
        infusion.ifPresent(given -> requireBefore(given, fields.at("premedication")));
        return infusion.flatMap(given -> bed.map(place -> new InfusionRequest(given, place, ward, baseline)));
    }

    private static void requireBefore(InfusionRecord infusion, Location list) {
        var start = infusion.startedAt();
        for (var index = 0; index < infusion.premedication().size(); index++) {
            var drug = list.item(index);
            infusion.premedication()
                    .get(index)
                    .at()
                    .filter(at -> at.isAfter(start) || at.isBefore(start.minus(PREMEDICATION)))
                    .ifPresent(_ -> drug.field("at").refuse("must be in the 24 h before the start of the first bag"));
        }
    }
}
