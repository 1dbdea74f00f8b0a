package health.vigil.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.StrictJson;

/// A body of JSON that holds one resource or a Bundle.
public sealed interface FhirBody {
    record OfResource(ObjectNode resource) implements FhirBody {}

    record UnreadableBody(FhirIssue issue) implements FhirBody {}

    /// Reads the body strictly: no duplicate keys, no trailing text, a limited depth.
    static FhirBody read(byte[] bytes) {
        return switch (StrictJson.parseFhir(bytes)) {
            case StrictJson.Parsed.Malformed(var fault) -> unreadable(IssueType.INVALID, "The body " + fault);
            case StrictJson.Parsed.Value(ObjectNode object)
            when object.path("resourceType").isTextual() -> new OfResource(object);
            case StrictJson.Parsed.Value _ ->
                unreadable(IssueType.STRUCTURE, "The body must be an object with a resourceType");
        };
    }

    private static FhirBody unreadable(IssueType type, String diagnostics) {
        return new UnreadableBody(FhirIssue.error(type, "", diagnostics));
    }
}
