package health.vigil.fhir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A fault of a resource, or a remark about it.
///
/// @param expression where, in FHIRPath; empty for the whole
/// @param diagnostics a sentence without values
public record FhirIssue(IssueSeverity severity, IssueType type, String expression, String diagnostics) {
    /// How serious it is.
    public enum IssueSeverity {
        ERROR,
        WARNING,
        INFORMATION
    }

    public static FhirIssue error(IssueType type, String expression, String diagnostics) {
        return new FhirIssue(IssueSeverity.ERROR, type, expression, diagnostics);
    }

    public static FhirIssue warning(String expression, String diagnostics) {
        return new FhirIssue(IssueSeverity.WARNING, IssueType.INFORMATIONAL, expression, diagnostics);
    }

    /// The status of a response with these faults: that of the most basic one.
    public static int status(List<FhirIssue> faults) {
        return faults.stream()
                .map(FhirIssue::type)
                .map(IssueType::status)
                .min(Comparator.naturalOrder())
                .orElse(IssueType.PROCESSING.status());
    }

    /// The first faults, and how many more there are.
    static List<FhirIssue> first(int most, List<FhirIssue> faults) {
        if (faults.size() <= most) {
            return faults;
        }
        var first = new ArrayList<>(faults.subList(0, most));
        first.add(more(faults.size() - most));
        return first;
    }

    /// That there are more faults than are named.
    static FhirIssue more(int number) {
        return error(IssueType.PROCESSING, "", "and " + number + " more");
    }

    /// The same issue of an entry.
    ///
    /// @param entry the place of the entry
    FhirIssue at(String entry) {
        return new FhirIssue(severity, type, expression.isEmpty() ? entry : entry + "." + expression, diagnostics);
    }

    /// The same issue of the resource of an entry.
    FhirIssue ofResource(String entry) {
        int dot = expression.indexOf('.');
        var inside = dot < 0 ? "" : expression.substring(dot);
        return new FhirIssue(severity, type, entry + ".resource" + inside, diagnostics);
    }
}
