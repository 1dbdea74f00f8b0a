package health.vigil.intake.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.draft.ContentDraft;
import health.vigil.intake.draft.IceDraft;
import health.vigil.intake.draft.NeuroCheckDraft;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Consciousness;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.NotDoneReason;
import health.vigil.observation.Tool;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// `neuro-check` in messages.
final class NeuroCheckForm {
    private static final Shape<List<Tool>> TOOLS = Shapes.list(Shapes.word(Tool.class));
    private static final Shape<Consciousness> CONSCIOUSNESS = Shapes.word(Consciousness.class);
    private static final Shape<NotDoneReason> NOT_DONE_REASON = Shapes.word(NotDoneReason.class);

    private NeuroCheckForm() {}

    static ContentDraft draft(Fields fields) {
        return new NeuroCheckDraft(
                fields.read("ice", IceForm.ICE),
                fields.read(IceDraft.NOT_DONE, IceForm.ITEMS),
                fields.read("capd", CapdForm.CAPD),
                fields.read("consciousness", CONSCIOUSNESS),
                fields.read("notTestable", TOOLS),
                fields.read("notTestableReason", Shapes.string()),
                fields.read("notDone", TOOLS),
                fields.read("notDoneReason", NOT_DONE_REASON),
                fields.read("tremor", Shapes.claim()),
                fields.read("handwritingChange", Shapes.claim()),
                fields.read("handwritingImage", Shapes.string()));
    }

    static void write(NeuroCheck content, ObjectNode json) {
        content.ice().ifPresent(ice -> IceForm.write(ice, json));
        content.capd().ifPresent(capd -> json.set("capd", CapdForm.write(capd, json)));
        content.consciousness().ifPresent(level -> json.put("consciousness", level.word()));
        write("notTestable", content.notTestable(), json);
        content.notTestableReason().ifPresent(reason -> json.put("notTestableReason", reason));
        write("notDone", content.notDone(), json);
        content.notDoneReason().ifPresent(reason -> json.put("notDoneReason", reason.word()));
        content.tremor().ifPresent(tremor -> json.put("tremor", tremor));
        content.handwritingChange().ifPresent(change -> json.put("handwritingChange", change));
        content.handwritingImage().ifPresent(image -> json.put("handwritingImage", image));
    }

    private static void write(String name, Set<Tool> tools, ObjectNode json) {
        if (!tools.isEmpty()) {
            var named = json.putArray(name);
            Stream.of(Tool.values()).filter(tools::contains).forEach(tool -> named.add(tool.word()));
        }
    }
}
