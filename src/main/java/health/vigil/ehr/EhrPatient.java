package health.vigil.ehr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// A Patient of an EHR.
record EhrPatient(ObjectNode resource) {
    private static final String OLD = "old";

    /// The Patient with an id; empty for anything else.
    static Optional<EhrPatient> of(JsonNode resource, String id) {
        return resource instanceof ObjectNode object
                        && object.path("resourceType").asText().equals("Patient")
                        && object.path("id").asText().equals(id)
                ? Optional.of(new EhrPatient(object))
                : Optional.empty();
    }

    /// The patient's identifier in a system that is not old. Two that differ are as unclear as none.
    Optional<String> identifier(String system) {
        var values = resource.path("identifier")
                .valueStream()
                .filter(identifier -> identifier.path("system").asText().equals(system))
                .filter(identifier -> !identifier.path("use").asText().equals(OLD))
                .map(identifier -> identifier.path("value"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .distinct()
                .toList();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
}
