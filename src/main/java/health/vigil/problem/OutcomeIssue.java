package health.vigil.problem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.JsonText;
import java.util.Locale;
import java.util.Optional;

/// An issue of an [OperationOutcome].
///
/// @param code a code of FHIR's `IssueType`
/// @param detail a code of our own, which says more; often the same
/// @param diagnostics a sentence without values
/// @param expression where, in FHIRPath
public record OutcomeIssue(
        OutcomeSeverity severity, String code, String detail, String diagnostics, Optional<String> expression) {
    /// The system of our own codes of issues.
    private static final String OWN = "http://health.vigil/fhir/CodeSystem/issue";

    /// How serious an issue is.
    public enum OutcomeSeverity {
        ERROR,
        WARNING,
        INFORMATION
    }

    public static OutcomeIssue error(String code, String diagnostics) {
        return new OutcomeIssue(OutcomeSeverity.ERROR, code, code, diagnostics, Optional.empty());
    }

    public static OutcomeIssue warning(String code, String detail, String diagnostics) {
        return new OutcomeIssue(OutcomeSeverity.WARNING, code, detail, diagnostics, Optional.empty());
    }

    public static OutcomeIssue information(String code, String detail, String diagnostics) {
        return new OutcomeIssue(OutcomeSeverity.INFORMATION, code, detail, diagnostics, Optional.empty());
    }

    /// The same issue at a place.
    ///
    /// @param place in FHIRPath; empty for the whole
    public OutcomeIssue at(String place) {
        return new OutcomeIssue(
                severity, code, detail, diagnostics, Optional.of(place).filter(where -> !where.isEmpty()));
    }

    ObjectNode json() {
        var json = JsonText.object()
                .put("severity", severity.name().toLowerCase(Locale.ROOT))
                .put("code", code);
        json.putObject("details")
                .putArray("coding")
                .addObject()
                .put("system", OWN)
                .put("code", detail);
        json.put("diagnostics", diagnostics);
        expression.ifPresent(place -> json.putArray("expression").add(place));
        return json;
    }
}
