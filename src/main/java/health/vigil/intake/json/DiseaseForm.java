package health.vigil.intake.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.draft.ContentDraft;
import health.vigil.intake.draft.DiseaseEventDraft;
import health.vigil.intake.draft.GradeConfirmationDraft;
import health.vigil.intake.draft.SyndromeAssessmentDraft;
import health.vigil.intake.draft.WeightDraft;
import health.vigil.intake.unit.Quantities;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.AssessedSyndrome;
import health.vigil.observation.DiseaseEvent;
import health.vigil.observation.GradeConfirmation;
import health.vigil.observation.GradedSyndrome;
import health.vigil.observation.SyndromeAssessment;
import health.vigil.observation.Weight;

/// `disease-event`, `weight`, `syndrome-assessment` and `grade-confirmation` in messages.
final class DiseaseForm {
    private static final Shape<DiseaseEvent.What> WHAT = Shapes.word(DiseaseEvent.What.class);
    private static final Shape<AssessedSyndrome> SYNDROME = Shapes.word(AssessedSyndrome.class);
    private static final Shape<GradedSyndrome> GRADED = Shapes.word(GradedSyndrome.class);

    private DiseaseForm() {}

    static ContentDraft event(Fields fields) {
        return new DiseaseEventDraft(fields.read("what", WHAT));
    }

    static void write(DiseaseEvent content, ObjectNode json) {
        json.put("what", content.what().word());
    }

    static ContentDraft weight(Fields fields) {
        return new WeightDraft(fields.read("kg", Quantities.QUANTITY));
    }

    static void write(Weight content, ObjectNode json) {
        json.put("kg", content.kilograms());
    }

    static ContentDraft assessment(Fields fields) {
        return new SyndromeAssessmentDraft(
                fields.read("syndrome", SYNDROME),
                fields.read("present", Shapes.claim()),
                fields.read("grade", Shapes.decimal()),
                fields.read("basis", Shapes.string()));
    }

    static void write(SyndromeAssessment content, ObjectNode json) {
        json.put("syndrome", content.syndrome().word());
        json.put("present", content.present());
        content.grade().ifPresent(grade -> json.put("grade", grade));
        json.put("basis", content.basis());
    }

    static ContentDraft confirmation(Fields fields) {
        return new GradeConfirmationDraft(
                fields.read("syndrome", GRADED),
                fields.read("day", Shapes.decimal()),
                fields.read("course", Shapes.decimal()),
                fields.read("grade", Shapes.decimal()),
                fields.read("by", Shapes.string()),
                fields.read("note", Shapes.string()));
    }

    static void write(GradeConfirmation content, ObjectNode json) {
        json.put("syndrome", content.syndrome().word());
        content.day().ifPresent(day -> json.put("day", day));
        content.course().ifPresent(course -> json.put("course", course));
        json.put("grade", content.grade());
        content.by().ifPresent(by -> json.put("by", by));
        content.note().ifPresent(note -> json.put("note", note));
    }
}
