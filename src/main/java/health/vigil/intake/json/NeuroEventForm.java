package health.vigil.intake.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.draft.ContentDraft;
import health.vigil.intake.draft.NeuroFindingDraft;
import health.vigil.intake.draft.SeizureDraft;
import health.vigil.intake.unit.Quantities;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Finding;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.Seizure;
import health.vigil.observation.SeizureType;

/// `seizure` and `neuro-finding` in messages. A seizure that goes on has no duration yet.
final class NeuroEventForm {
    private static final Shape<SeizureType> TYPE = Shapes.word(SeizureType.class);
    private static final Shape<Finding> FINDING = Shapes.word(Finding.class);

    private NeuroEventForm() {}

    static ContentDraft seizure(Fields fields) {
        return new SeizureDraft(
                fields.read("type", TYPE),
                fields.read("durationMinutes", Quantities.QUANTITY),
                fields.read("resolved", Shapes.claim()),
                fields.read("returnedToBaseline", Shapes.claim()));
    }

    static void write(Seizure content, ObjectNode json) {
        json.put("type", content.type().word());
        content.durationMinutes().ifPresent(minutes -> json.put("durationMinutes", minutes));
        json.put("resolved", content.resolved());
        content.returnedToBaseline().ifPresent(returned -> json.put("returnedToBaseline", returned));
    }

    static ContentDraft finding(Fields fields) {
        return new NeuroFindingDraft(fields.read("finding", FINDING), fields.read("present", Shapes.claim()));
    }

    static void write(NeuroFinding content, ObjectNode json) {
        json.put("finding", content.finding().word());
        json.put("present", content.present());
    }
}
