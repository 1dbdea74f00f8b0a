package health.vigil.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.Subject;
import health.vigil.json.JsonText;
import health.vigil.observation.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Collects the fields of one observation while a message is read.
public final class PartDraft {
    private final String name;
    private final Kind kind;
    private final ObjectNode fields = JsonText.object();
    private final Map<String, String> places = new HashMap<>();

    public PartDraft(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    /// Whether no field was set.
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    public boolean has(String field) {
        return fields.has(field);
    }

    /// Sets a field, and notes where in the message its value was.
    public PartDraft put(String field, JsonNode value, String place) {
        fields.set(field, value);
        places.put(field, place);
        return this;
    }

    public PartDraft put(String field, String value, String place) {
        return put(field, fields.textNode(value), place);
    }

    public PartDraft put(String field, BigDecimal value, String place) {
        return put(field, fields.numberNode(value), place);
    }

    public PartDraft put(String field, boolean value, String place) {
        return put(field, fields.booleanNode(value), place);
    }

    /// Sets a quantity: a number with its unit, or a number in the unit of its field.
    public PartDraft put(String field, BigDecimal value, Optional<String> unit, String place) {
        return put(
                field,
                unit.<JsonNode>map(
                                ucum -> fields.objectNode().put("value", value).put("unit", ucum))
                        .orElseGet(() -> fields.numberNode(value)),
                place);
    }

    public Part at(Subject subject, Instant effectiveAt) {
        return new Part(name, subject, effectiveAt, kind, fields, places);
    }
}
