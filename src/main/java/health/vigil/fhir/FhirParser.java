package health.vigil.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.PerformanceOptionsEnum;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.JsonText;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/// Parses a resource with HAPI FHIR. The JSON was read strictly before.
final class FhirParser {
    private FhirParser() {}

    /// The definitions of FHIR. They are large, so they are loaded with the first resource.
    static final class Definitions {
        static final FhirContext R4 = context();

        private static FhirContext context() {
            var context = FhirContext.forR4();
            context.setPerformanceOptions(PerformanceOptionsEnum.DEFERRED_MODEL_SCANNING);
            return context;
        }
    }

    /// The resource; empty if a fault was noted.
    static <R extends Resource> Optional<R> parse(ObjectNode json, Class<R> type, Issues issues) {
        var parser = Definitions.R4.newJsonParser();
        parser.setParserErrorHandler(new ParseFaults(json, issues));
        try {
            var resource = parser.parseResource(type, JsonText.of(withoutNarrative(json)));
            return issues.faulty() ? Optional.empty() : Optional.of(resource);
        } catch (RuntimeException _) {
            // HAPI has several exceptions for JSON that is no resource, and their messages quote it.
            issues.add(FhirIssue.error(IssueType.STRUCTURE, type.getSimpleName(), "is not a resource of this type"));
            return Optional.empty();
        }
    }

    private static JsonNode withoutNarrative(ObjectNode json) {
        var copy = json.deepCopy();
        Narratives.remove(copy);
        return copy;
    }
}
