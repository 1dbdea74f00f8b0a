package health.vigil.intake.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.unit.Measure;
import health.vigil.intake.unit.Quantities;
import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import health.vigil.observation.AssessedSyndrome;
import health.vigil.observation.Content;
import health.vigil.observation.DiseaseEvent;
import health.vigil.observation.SyndromeAssessment;
import health.vigil.observation.Weight;
import java.util.Optional;

/// `disease-event`, `weight` and `syndrome-assessment` in messages.
final class DiseaseForm {
    private static final int SENTENCE_LENGTH = 2000;

    private DiseaseForm() {}

    static Optional<Content> readEvent(Fields fields) {
        var what = fields.need("what", Shapes.word(DiseaseEvent.What.class));
        return fields.whenSound(() -> new DiseaseEvent(what.orElseThrow()));
    }

    static void write(DiseaseEvent content, ObjectNode json) {
        json.put("what", content.what().word());
    }

    static Optional<Content> readWeight(Fields fields) {
        var kilograms = fields.need(
                "kg", Quantities.of(Measure.WEIGHT).where(weight -> weight.signum() > 0, "must be more than 0"));
        return fields.whenSound(() -> new Weight(kilograms.orElseThrow()));
    }

    static void write(Weight content, ObjectNode json) {
        json.put("kg", content.kilograms());
    }

    static Optional<Content> readAssessment(Fields fields) {
        var syndrome = fields.need("syndrome", Shapes.word(AssessedSyndrome.class));
        var present = fields.need("present", Shapes.claim());
        var grade = fields.may("grade", Shapes.count(0, SyndromeAssessment.HIGHEST_GRADE));
        var basis = fields.need("basis", Shapes.sentence(SENTENCE_LENGTH));
        if (present.filter(is -> !is).isPresent()
                && grade.filter(told -> told > 0).isPresent()) {
            fields.at("grade").refuse("is only for a syndrome that is present");
        }
        return fields.whenSound(() ->
                new SyndromeAssessment(syndrome.orElseThrow(), present.orElseThrow(), grade, basis.orElseThrow()));
    }

    static void write(SyndromeAssessment content, ObjectNode json) {
        json.put("syndrome", content.syndrome().word());
        json.put("present", content.present());
        content.grade().ifPresent(grade -> json.put("grade", grade));
        json.put("basis", content.basis());
    }
}
