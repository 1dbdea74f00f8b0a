package health.vigil.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.json.StrictJson;
import health.vigil.intake.json.StrictJson.Parsed;

/// JSON that the database holds.
public final class Stored {
    private Stored() {}

    public static ObjectNode object(String json) {
        if (StrictJson.parse(json) instanceof Parsed.Value(ObjectNode object)) {
            return object;
        }
        throw new IllegalStateException("The database holds what is no JSON object");
    }
}
