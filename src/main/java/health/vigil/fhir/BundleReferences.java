package health.vigil.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/// The resources to which a resource may refer: those it contains, and the other entries of its Bundle. Nothing is
/// ever fetched.
///
/// @param entries by their `fullUrl`
public record BundleReferences(Map<String, ObjectNode> entries) {
    public static final BundleReferences NONE = new BundleReferences(Map.of());

    public BundleReferences {
        entries = Map.copyOf(entries);
    }

    /// The resource that a reference means.
    Optional<ObjectNode> resolve(String reference, ObjectNode from) {
        if (!reference.startsWith("#")) {
            return Optional.ofNullable(entries.get(reference));
        }
        for (var contained : from.path("contained")) {
            if (contained instanceof ObjectNode resource
                    && ("#" + resource.path("id").asText()).equals(reference)) {
                return Optional.of(resource);
            }
        }
        return Optional.empty();
    }
}
