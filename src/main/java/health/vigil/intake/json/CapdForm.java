package health.vigil.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Capd;
import health.vigil.observation.CapdItem;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// CAPD in messages: the total as a number, or all items as an object.
final class CapdForm {
    static final Shape<Capd> CAPD =
            Shapes.either(Fields.object(CapdForm::items), Shapes.map(Shapes.count(0, Capd.WORST), Capd::ofTotal));

    private CapdForm() {}

    private static Optional<Capd> items(Fields fields) {
        var items = new EnumMap<CapdItem, Integer>(CapdItem.class);
        for (var item : CapdItem.values()) {
            fields.need(item.field(), Shapes.count(0, CapdItem.POINTS)).ifPresent(points -> items.put(item, points));
        }
        fields.refuseUnknown();
        return items.size() == CapdItem.values().length ? Optional.of(Capd.ofItems(items)) : Optional.empty();
    }

    static JsonNode write(Capd capd, ObjectNode json) {
        return capd.items().isEmpty() ? json.numberNode(capd.total()) : items(capd.items(), json.objectNode());
    }

    private static ObjectNode items(Map<CapdItem, Integer> items, ObjectNode json) {
        Arrays.stream(CapdItem.values()).forEach(item -> json.put(item.field(), items.get(item)));
        return json;
    }
}
