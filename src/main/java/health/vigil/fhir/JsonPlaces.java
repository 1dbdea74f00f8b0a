package health.vigil.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/// Finds fields of a resource, with their place as FHIRPath.
final class JsonPlaces {
    /// In FHIRPath an element of several types has one name: `valueQuantity` is `value`.
    private static final Pattern CHOICE =
            Pattern.compile("(value|effective|performed|medication|rate|deceased|multipleBirth)[A-Z]\\w*");

    private JsonPlaces() {}

    /// The name of an element in FHIRPath.
    static String element(String name) {
        var choice = CHOICE.matcher(name);
        return choice.matches() ? choice.group(1) : name;
    }

    /// The places of all fields for which the condition on name and value holds.
    static List<String> find(ObjectNode resource, BiPredicate<String, JsonNode> condition) {
        var places = new ArrayList<String>();
        collect(resource, resource.path("resourceType").asText("Resource"), condition, places);
        return places;
    }

    /// The place of the first such field.
    static Optional<String> first(ObjectNode resource, BiPredicate<String, JsonNode> condition) {
        return find(resource, condition).stream().findFirst();
    }

    private static void collect(
            JsonNode node, String place, BiPredicate<String, JsonNode> condition, List<String> places) {
        if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                collect(node.get(index), place + "[" + index + "]", condition, places);
            }
        }
        for (var field : node.properties()) {
            var inner = place + "." + element(field.getKey());
            if (condition.test(field.getKey(), field.getValue())) {
                places.add(inner);
            }
            collect(field.getValue(), inner, condition, places);
        }
    }
}
