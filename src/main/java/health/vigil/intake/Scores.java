package health.vigil.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Capd;
import health.vigil.observation.CapdItem;
import health.vigil.observation.Ice;
import health.vigil.observation.IceItem;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// ICE and CAPD in messages: the total as a number, or all items as an object.
final class Scores {
    static final Shape<Ice> ICE =
            Shapes.either(Fields.object(Scores::iceItems), Shapes.map(Shapes.count(0, Ice.BEST), Ice::ofTotal));

    static final Shape<Capd> CAPD =
            Shapes.either(Fields.object(Scores::capdItems), Shapes.map(Shapes.count(0, Capd.WORST), Capd::ofTotal));

    private Scores() {}

    private static Optional<Ice> iceItems(Fields fields) {
        var items = new EnumMap<IceItem, Integer>(IceItem.class);
        for (var item : IceItem.values()) {
            fields.need(item.field(), Shapes.count(0, item.points())).ifPresent(points -> items.put(item, points));
        }
        fields.refuseUnknown();
        return items.size() == IceItem.values().length ? Optional.of(Ice.ofItems(items)) : Optional.empty();
    }

    private static Optional<Capd> capdItems(Fields fields) {
        var items = new EnumMap<CapdItem, Integer>(CapdItem.class);
        for (var item : CapdItem.values()) {
            fields.need(item.field(), Shapes.count(0, CapdItem.POINTS)).ifPresent(points -> items.put(item, points));
        }
        fields.refuseUnknown();
        return items.size() == CapdItem.values().length ? Optional.of(Capd.ofItems(items)) : Optional.empty();
    }

    static JsonNode write(Ice ice, ObjectNode json) {
        return ice.items().isEmpty() ? json.numberNode(ice.total()) : iceItems(ice.items(), json.objectNode());
    }

    private static ObjectNode iceItems(Map<IceItem, Integer> items, ObjectNode json) {
        Arrays.stream(IceItem.values()).forEach(item -> json.put(item.field(), items.get(item)));
        return json;
    }

    static JsonNode write(Capd capd, ObjectNode json) {
        return capd.items().isEmpty() ? json.numberNode(capd.total()) : capdItems(capd.items(), json.objectNode());
    }

    private static ObjectNode capdItems(Map<CapdItem, Integer> items, ObjectNode json) {
        Arrays.stream(CapdItem.values()).forEach(item -> json.put(item.field(), items.get(item)));
        return json;
    }
}
