package health.vigil.fhir;

import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Notes what HAPI's parser finds. Unknown elements pass, because FHIR grows.
final class ParseFaults extends LenientErrorHandler {
    private final ObjectNode json;
    private final Issues issues;

    ParseFaults(ObjectNode json, Issues issues) {
        super(false);
        this.json = json;
        this.issues = issues;
    }

    @Override
    public void invalidValue(@Nullable IParseLocation location, @Nullable String value, @Nullable String error) {
        var element = location == null ? "" : String.valueOf(location.getParentElementName());
        note(
                IssueType.VALUE,
                () -> place(
                        element,
                        (name, node) -> name.equals(element) && node.asText().equals(value)),
                "is not a valid value");
    }

    @Override
    public void incorrectJsonType(
            @Nullable IParseLocation location,
            @Nullable String element,
            @Nullable ValueType expected,
            @Nullable ScalarType expectedScalar,
            @Nullable ValueType found,
            @Nullable ScalarType foundScalar) {
        note(
                IssueType.STRUCTURE,
                () -> place(
                        element,
                        (name, node) -> name.equals(element) && expected != type(node.isArray(), node.isObject())),
                "has another JSON type");
    }

    private static ValueType type(boolean array, boolean object) {
        return array ? ValueType.ARRAY : object ? ValueType.OBJECT : ValueType.SCALAR;
    }

    @Override
    public void unexpectedRepeatingElement(@Nullable IParseLocation location, @Nullable String element) {
        note(
                IssueType.STRUCTURE,
                () -> root() + "." + JsonPlaces.element(String.valueOf(element)),
                "is given more than once");
    }

    @Override
    public void unknownReference(@Nullable IParseLocation location, @Nullable String reference) {
        note(
                IssueType.VALUE,
                () -> JsonPlaces.first(
                                json,
                                (name, node) -> name.equals("reference")
                                        && node.asText().equals(reference))
                        .orElseGet(this::root),
                "names a contained resource that is not there");
    }

    /// The place is searched in the whole resource, so only for the faults that are told.
    private void note(IssueType type, Supplier<String> expression, String diagnostics) {
        issues.add(() -> FhirIssue.error(type, expression.get(), diagnostics));
    }

    private String place(@Nullable String element, BiPredicate<String, JsonNode> condition) {
        return JsonPlaces.first(json, condition)
                .orElseGet(() -> root() + "." + JsonPlaces.element(String.valueOf(element)));
    }

    private String root() {
        return json.path("resourceType").asText("Resource");
    }
}
