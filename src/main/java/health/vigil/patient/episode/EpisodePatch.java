package health.vigil.patient.episode;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.grading.Baseline;
import health.vigil.history.FactsCorrection;
import health.vigil.json.Fields;
import health.vigil.json.Location;
import health.vigil.json.Shape;
import health.vigil.stream.BaselineJson;
import health.vigil.stream.FactsJson;
import java.util.ArrayList;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The changes that a JSON merge patch makes to an episode.
///
/// @param baseline the changes of the baseline (RFC 7396): `null` removes a value; absent if the patch names none
/// @param facts the corrected facts of the admission
/// @param reason why; always present if facts are corrected
record EpisodePatch(
        Optional<String> ward,
        Optional<String> bed,
        @Schema(implementation = BaselineView.class) Optional<ObjectNode> baseline,
        @JsonUnwrapped FactsCorrection facts,
        Optional<String> reason) {
    private static final Shape<Baseline> SOUND = Fields.object(BaselineFields::read);

    boolean moves() {
        return ward.isPresent() || bed.isPresent();
    }

    static Optional<EpisodePatch> read(Fields fields) {
        var ward = fields.may("ward", Admission.PLACE);
        var bed = fields.may("bed", Admission.PLACE);
        var baseline = fields.may("baseline", EpisodePatch::changes);
        var facts = FactsJson.correction(fields);
        var reason = fields.may("reason", Admission.NOTE);
        fields.refuseUnknown();
        return facts.corrects() && reason.isEmpty()
                ? fields.at("reason").refuse("is missing: say why the admission is corrected")
                : Optional.of(new EpisodePatch(ward, bed, baseline, facts, reason));
    }

    /// Changes that can be merged with any baseline, because each value is checked on its own.
    private static Optional<ObjectNode> changes(JsonNode patch, Location location) {
        return patch instanceof ObjectNode changes
                ? SOUND.read(merge(JsonNodeFactory.instance.objectNode(), changes), location)
                        .map(_ -> changes)
                : location.refuse("must be an object");
    }

    /// The current baseline with the changes applied; absent if the patch does not name the baseline.
    Optional<Baseline> over(ObjectNode standing) {
        return baseline.map(changes -> BaselineJson.SHAPE
                .read(merge(standing, changes), new Location("", new ArrayList<>()))
                .orElseThrow(() -> new IllegalStateException("The stored baseline cannot be read")));
    }

    /// The parts of the baseline that the patch names.
    Set<String> parts() {
        return baseline.stream()
                .flatMap(changes -> changes.properties().stream())
                .map(Entry::getKey)
                .filter(BaselineJson.PARTS::contains)
                .collect(Collectors.toSet());
    }

    /// RFC 7396 for an object of values: `null` removes, anything else replaces.
    private static ObjectNode merge(ObjectNode standing, ObjectNode changes) {
        var merged = JsonNodeFactory.instance.objectNode();
        merged.setAll(standing);
        merged.setAll(changes);
        merged.properties().removeIf(field -> field.getValue().isNull());
        return merged;
    }

    /// A patch may remove the whole baseline with `null`. This writes `null` for each value instead.
    static ObjectNode spelledOut(ObjectNode patch) {
        if (patch.path("baseline").isNull()) {
            var nothing = JsonNodeFactory.instance.objectNode();
            BaselineJson.PARTS.forEach(nothing::putNull);
            patch.set("baseline", nothing);
        }
        return patch;
    }
}
