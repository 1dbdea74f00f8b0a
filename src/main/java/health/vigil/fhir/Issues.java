package health.vigil.fhir;

import health.vigil.exchange.Caution;
import java.util.ArrayList;
import java.util.List;

/// Collects the faults and the cautions of one resource.
final class Issues {
    private final List<FhirIssue> faults = new ArrayList<>();
    private final List<Caution> cautions = new ArrayList<>();

    void add(FhirIssue fault) {
        faults.add(fault);
    }

    void missing(String expression) {
        add(FhirIssue.error(IssueType.REQUIRED, expression, "is missing"));
    }

    /// A value that our rules refuse.
    void refuse(String expression, String diagnostics) {
        add(FhirIssue.error(IssueType.BUSINESS_RULE, expression, diagnostics));
    }

    void unknownCode(String expression, String diagnostics) {
        add(FhirIssue.error(IssueType.CODE_INVALID, expression, diagnostics));
    }

    void caution(String expression, String text) {
        cautions.add(new Caution(expression, text));
    }

    boolean faulty() {
        return !faults.isEmpty();
    }

    List<FhirIssue> faults() {
        return List.copyOf(faults);
    }

    List<Caution> cautions() {
        return List.copyOf(cautions);
    }
}
