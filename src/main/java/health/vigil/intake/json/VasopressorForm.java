package health.vigil.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.unit.Quantities;
import health.vigil.intake.unit.RateMeasure;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Content;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.InfusionId;
import health.vigil.observation.Rate;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import java.util.Optional;

/// `vasopressor` in messages. The rate keeps the unit it was charted in, or none: the grade depends only on whether it
/// is 0.
final class VasopressorForm {
    private static final int INFUSION_ID_LENGTH = 128;

    private static final Shape<Rate> RATE = Shapes.<Rate>either(
                    Fields.object(VasopressorForm::rate),
                    Shapes.map(Shapes.number(), value -> new Rate(value, Optional.empty())))
            .where(rate -> rate.value().signum() >= 0, "must not be negative");

    private VasopressorForm() {}

    static Optional<Content> read(Fields fields) {
        var agent = fields.need("agent", Shapes.word(VasopressorAgent.class));
        var name = OtherName.read(fields, "agentName", "agent", agent.equals(Optional.of(VasopressorAgent.OTHER)));
        var action = fields.need("action", Shapes.word(InfusionAction.class));
        var rate = fields.may("rate", RATE);
        var infusion = fields.may("infusionId", Shapes.map(Shapes.sentence(INFUSION_ID_LENGTH), InfusionId::new));
        return fields.whenSound(() -> new Vasopressor(agent.orElseThrow(), name, action.orElseThrow(), rate, infusion));
    }

    private static Optional<Rate> rate(Fields fields) {
        var value = fields.need("value", Shapes.number());
        var unit = fields.need(
                "unit",
                Shapes.text(Quantities.LONGEST_UNIT)
                        .where(symbol -> RateMeasure.of(symbol).isPresent(), "is not a unit of an infusion's rate"));
        fields.refuseUnknown();
        return value.flatMap(number -> unit.map(symbol -> new Rate(number, Optional.of(symbol))));
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
