package health.vigil.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import health.vigil.observation.Consciousness;
import health.vigil.observation.Content;
import health.vigil.observation.NeuroCheck;
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

    private NeuroCheckForm() {}

    static Optional<Content> read(Fields fields) {
        var ice = fields.may("ice", Scores.ICE);
        var capd = fields.may("capd", Scores.CAPD);
        var consciousness = fields.may("consciousness", Shapes.word(Consciousness.class));
        var named = fields.may("notTestable", Shapes.map(Shapes.list(Shapes.word(Tool.class)), Set::copyOf));
        var notTestable = named.orElse(Set.of());
        var reason = fields.may("notTestableReason", Shapes.text(REASON_LENGTH));
        var tremor = fields.may("tremor", Shapes.claim());
        var change = fields.may("handwritingChange", Shapes.claim());
        var image = fields.may("handwritingImage", HandwritingImage.SHAPE);
        refuseContradiction(fields, notTestable);
        if (notTestable.isEmpty() && named.isPresent() == fields.has("notTestable")) {
            refuseNothing(fields);
        }
        return fields.whenSound(
                () -> new NeuroCheck(ice, capd, consciousness, notTestable, reason, tremor, change, image));
    }

    private static void refuseContradiction(Fields fields, Set<Tool> notTestable) {
        notTestable.stream()
                .filter(tool -> fields.has(tool.word()))
                .forEach(tool -> fields.at("notTestable").refuse("names " + tool.word() + ", which is scored here"));
    }

    private static void refuseNothing(Fields fields) {
        if (PARTS.stream().noneMatch(fields::has)) {
            fields.refuse("needs at least one of " + String.join(", ", PARTS) + ", or a tool in notTestable");
        }
    }

    static void write(NeuroCheck content, ObjectNode json) {
        content.ice().ifPresent(ice -> json.set("ice", Scores.write(ice, json)));
        content.capd().ifPresent(capd -> json.set("capd", Scores.write(capd, json)));
        content.consciousness().ifPresent(level -> json.put("consciousness", level.word()));
        if (!content.notTestable().isEmpty()) {
            var tools = json.putArray("notTestable");
            Stream.of(Tool.values()).filter(content.notTestable()::contains).forEach(tool -> tools.add(tool.word()));
        }
        content.notTestableReason().ifPresent(reason -> json.put("notTestableReason", reason));
        content.tremor().ifPresent(tremor -> json.put("tremor", tremor));
        content.handwritingChange().ifPresent(change -> json.put("handwritingChange", change));
        content.handwritingImage().ifPresent(image -> json.put("handwritingImage", image));
    }
}
