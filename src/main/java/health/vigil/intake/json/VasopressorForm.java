package health.vigil.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.draft.ContentDraft;
import health.vigil.intake.draft.VasopressorDraft;
import health.vigil.intake.unit.Quantities;
import health.vigil.intake.unit.Quantity;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.Rate;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;

/// `vasopressor` in messages. The rate keeps its unit, or has none: the grade depends only on whether it is 0.
final class VasopressorForm {
    private static final Shape<VasopressorAgent> AGENT = Shapes.word(VasopressorAgent.class);
    private static final Shape<InfusionAction> ACTION = Shapes.word(InfusionAction.class);
    private static final Shape<Quantity> RATE = Quantities.quantity("must be a number");

    private VasopressorForm() {}

    static ContentDraft draft(Fields fields) {
        return new VasopressorDraft(
                fields.read("agent", AGENT),
                fields.read("agentName", Shapes.string()),
                fields.read("action", ACTION),
                fields.read("rate", RATE),
                fields.read("infusionId", Shapes.string()));
    }

    static void write(Vasopressor content, ObjectNode json) {
        json.put("agent", content.agent().word());
        content.agentName().ifPresent(name -> json.put("agentName", name));
        json.put("action", content.action().word());
        content.infusionId().ifPresent(id -> json.put("infusionId", id.value()));
        content.rate().ifPresent(rate -> json.set("rate", rate(rate, json)));
    }

    private static JsonNode rate(Rate rate, ObjectNode json) {
        return rate.unit()
                .<JsonNode>map(
                        unit -> json.objectNode().put("value", rate.value()).put("unit", unit))
                .orElseGet(() -> json.numberNode(rate.value()));
    }
}
