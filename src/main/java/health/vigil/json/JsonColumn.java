package health.vigil.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.StrictJson.Parsed;

/// JSON that the database holds.
public final class JsonColumn {
    private JsonColumn() {}

    public static ObjectNode object(String json) {
        if (StrictJson.parse(json) instanceof Parsed.Value(ObjectNode object)) {
            return object;
        }
        throw new IllegalStateException("The database holds what is no JSON object");
    }
}
