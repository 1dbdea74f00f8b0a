package health.vigil.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.draft.CapdDraft;
import health.vigil.json.Fields;
import health.vigil.json.ReadField;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Capd;
import health.vigil.observation.CapdItem;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// CAPD in messages: the total as a number, or all items as an object.
final class CapdForm {
    static final Shape<CapdDraft> CAPD = Shapes.either(
            Fields.object(CapdForm::items),
            Shapes.<BigDecimal, CapdDraft>map(Shapes.decimal(), CapdDraft.CapdTotal::new));

    private CapdForm() {}

    private static Optional<CapdDraft> items(Fields fields) {
        var points = new EnumMap<CapdItem, ReadField<BigDecimal>>(CapdItem.class);
        for (var item : CapdItem.values()) {
            points.put(item, fields.read(item.field(), Shapes.decimal()));
        }
        return Optional.of(new CapdDraft.CapdItems(points, fields.unknown()));
    }

    static JsonNode write(Capd capd, ObjectNode json) {
        return capd.items().isEmpty() ? json.numberNode(capd.total()) : items(capd.items(), json.objectNode());
    }

    private static ObjectNode items(Map<CapdItem, Integer> items, ObjectNode json) {
        Arrays.stream(CapdItem.values()).forEach(item -> json.put(item.field(), items.get(item)));
        return json;
    }
}
