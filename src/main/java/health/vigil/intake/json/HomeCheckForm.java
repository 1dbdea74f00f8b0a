package health.vigil.intake.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.draft.ContentDraft;
import health.vigil.intake.draft.HomeCheckDraft;
import health.vigil.json.Fields;
import health.vigil.json.ReadField;
import health.vigil.json.Shapes;
import health.vigil.observation.HomeCheck;
import health.vigil.observation.HomeSign;
import java.util.EnumMap;

/// `home-check` in messages.
final class HomeCheckForm {
    private HomeCheckForm() {}

    static ContentDraft draft(Fields fields) {
        var answers = new EnumMap<HomeSign, ReadField<Boolean>>(HomeSign.class);
        for (var sign : HomeSign.values()) {
            answers.put(sign, fields.read(sign.word(), Shapes.claim()));
        }
        return new HomeCheckDraft(answers, fields.read("handwritingImage", Shapes.string()));
    }

    static void write(HomeCheck content, ObjectNode json) {
        for (var sign : HomeSign.values()) {
            json.put(sign.word(), content.signs().contains(sign));
        }
        content.handwritingImage().ifPresent(image -> json.put("handwritingImage", image));
    }
}
