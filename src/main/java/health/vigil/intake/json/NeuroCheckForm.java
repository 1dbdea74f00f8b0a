package health.vigil.intake.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Consciousness;
import health.vigil.observation.Content;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.NotDoneReason;
import health.vigil.observation.Tool;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// `neuro-check` in messages.
final class NeuroCheckForm {
    private static final int REASON_LENGTH = 500;
    private static final List<String> PARTS =
            List.of("ice", "capd", "consciousness", "tremor", "handwritingChange", "handwritingImage");

    private static final Shape<Set<Tool>> TOOLS = Shapes.map(Shapes.list(Shapes.word(Tool.class)), Set::copyOf);

    private NeuroCheckForm() {}

    static Optional<Content> read(Fields fields) {
        var ice = IceForm.read(fields);
        var capd = fields.may("capd", CapdForm.CAPD);
        var consciousness = fields.may("consciousness", Shapes.word(Consciousness.class));
        var notTestable = fields.may("notTestable", TOOLS);
        var reason = fields.may("notTestableReason", Shapes.text(REASON_LENGTH));
        var notDone = fields.may("notDone", TOOLS);
        var notDoneReason = fields.may("notDoneReason", Shapes.word(NotDoneReason.class));
        var tremor = fields.may("tremor", Shapes.claim());
        var change = fields.may("handwritingChange", Shapes.claim());
        var image = fields.may("handwritingImage", HandwritingImage.SHAPE);
        refuseContradiction(fields, notTestable, notDone);
        if (nothing(fields, "notTestable", notTestable) && nothing(fields, "notDone", notDone)) {
            refuseNothing(fields);
        }
        if (notDone.filter(tools -> !tools.isEmpty()).isPresent() && !fields.has("notDoneReason")) {
            fields.at("notDoneReason").refuse("is missing: say why the check was not done");
        }
        return fields.whenSound(() -> new NeuroCheck(
                ice,
                capd,
                consciousness,
                notTestable.orElse(Set.of()),
                reason,
                notDone.orElse(Set.of()),
                notDoneReason,
                tremor,
                change,
                image));
    }

    /// Whether a list of tools names none, and that is no fault of its own.
    private static boolean nothing(Fields fields, String name, Optional<Set<Tool>> tools) {
        return tools.map(Set::isEmpty).orElseGet(() -> !fields.has(name));
    }

    private static void refuseContradiction(
            Fields fields, Optional<Set<Tool>> notTestable, Optional<Set<Tool>> notDone) {
        refuseScored(fields, "notTestable", notTestable);
        refuseScored(fields, "notDone", notDone);
        notDone.stream()
                .flatMap(Set::stream)
                .filter(tool ->
                        notTestable.filter(tools -> tools.contains(tool)).isPresent())
                .forEach(tool -> fields.at("notDone").refuse("names " + tool.word() + ", which notTestable names too"));
    }

    private static void refuseScored(Fields fields, String name, Optional<Set<Tool>> tools) {
        tools.stream()
                .flatMap(Set::stream)
                .filter(tool -> fields.has(tool.word()))
                .forEach(tool -> fields.at(name).refuse("names " + tool.word() + ", which is scored here"));
    }

    private static void refuseNothing(Fields fields) {
        if (PARTS.stream().noneMatch(fields::has)) {
            fields.refuse(
                    "needs at least one of " + String.join(", ", PARTS) + ", or a tool in notTestable or notDone");
        }
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
