package health.vigil.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.JsonText;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/// The content of a resource as text: fields in alphabetical order, without what a server adds.
final class CanonicalJson {
    private static final Set<String> OF_SERVERS = Set.of("id", "meta", "text");

    private CanonicalJson() {}

    static String of(ObjectNode resource) {
        var copy = resource.deepCopy();
        copy.remove(OF_SERVERS);
        return JsonText.of(sorted(copy));
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var copy = JsonText.object();
            object.properties().stream()
                    .sorted(Comparator.comparing(Map.Entry::getKey))
                    .forEach(field -> copy.set(field.getKey(), sorted(field.getValue())));
            return copy;
        }
        if (node.isArray()) {
            var copy = JsonText.object().arrayNode();
            node.forEach(item -> copy.add(sorted(item)));
            return copy;
        }
        return node;
    }
}
