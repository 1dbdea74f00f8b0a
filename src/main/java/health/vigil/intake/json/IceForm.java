package health.vigil.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.Fields;
import health.vigil.json.Location;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Ice;
import health.vigil.observation.IceItem;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// ICE in messages: the total as a number, or its items as an object. Items may be left out if `itemsNotDone` names
/// them, beside the object or in it.
final class IceForm {
    private static final String LEFT_OUT = "itemsNotDone";
    private static final Shape<Set<IceItem>> ITEMS = Shapes.map(Shapes.list(IceForm::item), Set::copyOf);

    private IceForm() {}

    static Optional<Ice> read(Fields check) {
        var beside = check.may(LEFT_OUT, ITEMS).orElse(Set.of());
        var ice = check.may(
                "ice",
                Shapes.either(
                        Fields.object(fields -> items(fields, beside)),
                        Shapes.map(Shapes.count(0, Ice.BEST), Ice::ofTotal)));
        if (!beside.isEmpty() && ice.filter(score -> !score.partial()).isPresent()) {
            check.at(LEFT_OUT).refuse("needs the items of the ice score, not a total");
        }
        if (!beside.isEmpty() && !check.has("ice")) {
            check.at(LEFT_OUT).refuse("needs an ice score");
        }
        return ice;
    }

    private static Optional<IceItem> item(JsonNode value, Location location) {
        return Arrays.stream(IceItem.values())
                .filter(item -> item.field().equals(value.textValue()))
                .findFirst()
                .or(() -> location.refuse("must be one of orientation, naming, commands, writing, attention"));
    }

    private static Optional<Ice> items(Fields fields, Set<IceItem> beside) {
        var leftOut = EnumSet.noneOf(IceItem.class);
        leftOut.addAll(beside);
        fields.may(LEFT_OUT, ITEMS).ifPresent(leftOut::addAll);
        var items = new EnumMap<IceItem, Integer>(IceItem.class);
        for (var item : IceItem.values()) {
            item(fields, item, leftOut).ifPresent(points -> items.put(item, points));
        }
        fields.refuseUnknown();
        if (leftOut.size() == IceItem.values().length) {
            return fields.refuse("needs at least one item; a check of which nothing was done is notDone");
        }
        return items.size() + leftOut.size() == IceItem.values().length
                ? Optional.of(Ice.ofItems(items, leftOut))
                : Optional.empty();
    }

    private static Optional<Integer> item(Fields fields, IceItem item, Set<IceItem> leftOut) {
        var shape = Shapes.count(0, item.points());
        if (!leftOut.contains(item)) {
            return fields.need(item.field(), shape);
        }
        if (fields.may(item.field(), shape).isPresent()) {
            fields.at(item.field()).refuse("is scored, and " + LEFT_OUT + " names it");
        }
        return Optional.empty();
    }

    static void write(Ice ice, ObjectNode json) {
        json.set("ice", ice.items().isEmpty() ? json.numberNode(ice.total()) : items(ice.items(), json.objectNode()));
        if (ice.partial()) {
            var leftOut = json.putArray(LEFT_OUT);
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
