package health.vigil.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The resources to which a resource may refer: those it contains, and those of the other entries of its Bundle.
/// Nothing is ever fetched.
///
/// @param entries by their `fullUrl`, and by type and id as in `Patient/7`. One name may mean several resources
public record BundleReferences(Map<String, List<ObjectNode>> entries) {
    public static final BundleReferences NONE = new BundleReferences(Map.of());

    private static final String VERSION = "/_history/";

    public BundleReferences {
        entries = Map.copyOf(entries);
    }

    /// The resources of all entries, also of those that are refused.
    static BundleReferences of(ObjectNode bundle) {
        var entries = new HashMap<String, List<ObjectNode>>();
        for (var entry : bundle.path("entry")) {
            if (entry.path("resource") instanceof ObjectNode resource) {
                names(entry, resource)
                        .forEach(name -> entries.computeIfAbsent(name, _ -> new ArrayList<>())
                                .add(resource));
            }
        }
        return new BundleReferences(entries);
    }

    /// How others may name a resource: by its `fullUrl`, with or without the server, by the address of a PUT, and
    /// by its own id.
    private static Set<String> names(JsonNode entry, ObjectNode resource) {
        var start = resource.path("resourceType").asText() + "/";
        var names = new LinkedHashSet<String>();
        var fullUrl = withoutVersion(entry.path("fullUrl").asText());
        int at = fullUrl.lastIndexOf("/" + start);
        names.add(fullUrl);
        names.add(at < 0 ? "" : fullUrl.substring(at + 1));
        names.add(start + resource.path("id").asText());
        var url = entry.path("request").path("url").asText();
        names.add(url.startsWith(start) ? url : "");
        names.removeAll(Set.of("", start));
        return names;
    }

    /// The resources that a reference may mean; empty if none is in the message.
    List<ObjectNode> resolve(String reference, ObjectNode from) {
        return reference.startsWith("#")
                ? contained(reference.substring(1), from)
                : entries.getOrDefault(withoutVersion(reference), List.of());
    }

    private static List<ObjectNode> contained(String id, ObjectNode from) {
        var found = new ArrayList<ObjectNode>();
        for (var contained : from.path("contained")) {
            if (contained instanceof ObjectNode resource
                    && resource.path("id").asText().equals(id)) {
                found.add(resource);
            }
        }
        return found;
    }

    /// A reference without the version of the resource.
    static String withoutVersion(String reference) {
        int history = reference.indexOf(VERSION);
        return history < 0 ? reference : reference.substring(0, history);
    }
}
