package health.vigil.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.draft.IceDraft;
import health.vigil.json.Fields;
import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Ice;
import health.vigil.observation.IceItem;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// ICE in messages: the total as a number, or its items as an object. Items may be left out if `itemsNotDone`
/// names them, beside the object or in it.
final class IceForm {
    static final Shape<List<IceItem>> ITEMS = Shapes.list(IceForm::item);
    static final Shape<IceDraft> ICE = Shapes.either(
            Fields.object(IceForm::items), Shapes.<BigDecimal, IceDraft>map(Shapes.decimal(), IceDraft.IceTotal::new));

    private IceForm() {}

    private static Optional<IceItem> item(JsonNode value, Location location) {
        return Arrays.stream(IceItem.values())
                .filter(item -> item.field().equals(value.textValue()))
                .findFirst()
                .or(() -> location.refuse("must be one of orientation, naming, commands, writing, attention"));
    }

    private static Optional<IceDraft> items(Fields fields) {
        var notDone = fields.read(IceDraft.NOT_DONE, ITEMS);
        var points = new EnumMap<IceItem, ReadField<BigDecimal>>(IceItem.class);
        for (var item : IceItem.values()) {
            points.put(item, fields.read(item.field(), Shapes.decimal()));
        }
        return Optional.of(new IceDraft.IceItems(points, notDone, fields.unknown()));
    }

    static void write(Ice ice, ObjectNode json) {
        json.set("ice", ice.items().isEmpty() ? json.numberNode(ice.total()) : items(ice.items(), json.objectNode()));
        if (ice.partial()) {
            var leftOut = json.putArray(IceDraft.NOT_DONE);
            Arrays.stream(IceItem.values()).filter(ice.leftOut()::contains).forEach(item -> leftOut.add(item.field()));
        }
    }

    private static ObjectNode items(Map<IceItem, Integer> items, ObjectNode json) {
        Arrays.stream(IceItem.values())
                .filter(items::containsKey)
                .forEach(item -> json.put(item.field(), items.get(item)));
        return json;
    }
}
