package health.vigil.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The texts of resources for people. They are XHTML that is not kept, so nothing parses it or gives it back.
public final class Narratives {
    private Narratives() {}

    /// Removes them from a resource and from those that it contains.
    public static void remove(JsonNode resource) {
        if (resource instanceof ObjectNode object && object.path("text").has("div")) {
            object.remove("text");
        }
        resource.forEach(Narratives::remove);
    }
}
