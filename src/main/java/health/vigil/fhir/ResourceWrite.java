package health.vigil.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// A resource that a sender wants to store.
///
/// @param logicalId the id of a PUT
/// @param condition the identifier of a conditional create or update
/// @param fullUrl how other entries of the same Bundle refer to it
/// @param resource strict JSON
public record ResourceWrite(
        Optional<String> logicalId,
        Optional<IdentifierQuery> condition,
        Optional<String> fullUrl,
        ObjectNode resource) {
    /// A plain POST.
    public static ResourceWrite created(ObjectNode resource) {
        return new ResourceWrite(Optional.empty(), Optional.empty(), Optional.empty(), resource);
    }

    /// A PUT of an id.
    public static ResourceWrite put(String id, ObjectNode resource) {
        return new ResourceWrite(Optional.of(id), Optional.empty(), Optional.empty(), resource);
    }

    /// The type of the resource; empty if it has none.
    public String type() {
        return resource.path("resourceType").asText();
    }
}
