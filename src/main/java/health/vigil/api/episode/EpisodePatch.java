package health.vigil.api.episode;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.grading.Baseline;
import health.vigil.history.FactsCorrection;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.stream.FactsJson;
import java.util.Optional;

/// What a JSON merge patch changes of an episode.
///
/// @param baseline the whole baseline as it is from now on; absent when the patch does not name it
/// @param facts what was told wrongly at admission
/// @param reason why; never absent where facts are corrected
record EpisodePatch(
        Optional<String> ward,
        Optional<String> bed,
        Optional<Baseline> baseline,
        FactsCorrection facts,
        Optional<String> reason) {
    boolean moves() {
        return ward.isPresent() || bed.isPresent();
    }

    /// How a patch is written, over the baseline as it stands.
    static Shape.OfFields<EpisodePatch> of(ObjectNode standing) {
        return fields -> read(fields, standing);
    }

    private static Optional<EpisodePatch> read(Fields fields, ObjectNode standing) {
        var ward = fields.may("ward", Admission.PLACE);
        var bed = fields.may("bed", Admission.PLACE);
        var baseline = fields.may("baseline", merged(standing));
        var facts = FactsJson.correction(fields);
        var reason = fields.may("reason", Admission.NOTE);
        fields.refuseUnknown();
        return facts.corrects() && reason.isEmpty()
                ? fields.at("reason").refuse("is missing: say why the admission is corrected")
                : Optional.of(new EpisodePatch(ward, bed, baseline, facts, reason));
    }

    private static Shape<Baseline> merged(ObjectNode standing) {
        return (patch, location) -> patch instanceof ObjectNode changes
                ? Fields.object(BaselineFields::read).read(merge(standing, changes), location)
                : location.refuse("must be an object");
    }

    /// RFC 7396 for an object of values: `null` removes, anything else replaces.
    private static ObjectNode merge(ObjectNode standing, ObjectNode changes) {
        var merged = JsonNodeFactory.instance.objectNode();
        merged.setAll(standing);
        merged.setAll(changes);
        merged.properties().removeIf(field -> field.getValue().isNull());
        return merged;
    }

    /// A patch that takes the whole baseline back says `null`: the same as every value of it.
    static ObjectNode spelledOut(ObjectNode patch, ObjectNode standing) {
        if (patch.path("baseline").isNull()) {
            var nothing = JsonNodeFactory.instance.objectNode();
            standing.fieldNames().forEachRemaining(nothing::putNull);
            patch.set("baseline", nothing);
        }
        return patch;
    }
}
