package health.vigil.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// What holds for resources of every type.
final class ResourceChecks {
    private static final int LARGEST = 256 * 1024;
    private static final int MOST_DIGITS = 100;

    private static final Set<String> NEVER_IGNORED = Set.of("modifierExtension", "implicitRules");
    /// The code for health data that was made for tests.
    private static final String TEST = "HTEST";

    private ResourceChecks() {}

    static void check(ObjectNode resource, Issues issues) {
        if (hasHugeNumber(resource)) {
            issues.add(FhirIssue.error(IssueType.VALUE, "", "A number has more than " + MOST_DIGITS + " digits"));
            return;
        }
        if (JsonText.of(resource).getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            issues.add(FhirIssue.error(IssueType.TOO_LONG, "", "The resource is larger than 256 KB"));
        }
        JsonPlaces.find(resource, (name, value) -> NEVER_IGNORED.contains(name))
                .forEach(place -> issues.add(FhirIssue.error(
                        IssueType.PROCESSING, place, "changes the meaning in a way that is not known here")));
    }

    /// Written without an exponent, such a number could fill the memory.
    private static boolean hasHugeNumber(JsonNode node) {
        if (node.isNumber()) {
            var number = node.decimalValue();
            return number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS;
        }
        for (var inner : node) {
            if (hasHugeNumber(inner)) {
                return true;
            }
        }
        return false;
    }

    static boolean testData(ObjectNode resource) {
        return labelled(resource.path("meta").path("security"))
                || labelled(resource.path("meta").path("tag"));
    }

    private static boolean labelled(JsonNode labels) {
        for (var label : labels) {
            if (label.path("code").asText().equals(TEST)) {
                return true;
            }
        }
        return false;
    }
}
