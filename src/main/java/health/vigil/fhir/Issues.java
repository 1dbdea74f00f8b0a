package health.vigil.fhir;

import health.vigil.exchange.Caution;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Collects the faults and the cautions of one resource. Of many faults it keeps the first.
final class Issues {
    private static final int MOST = 20;

    private final List<FhirIssue> faults = new ArrayList<>();
    private int more;
    private final List<Caution> cautions = new ArrayList<>();

    void add(FhirIssue fault) {
        add(() -> fault);
    }

    /// Adds a fault whose place must be searched for.
    void add(Supplier<FhirIssue> fault) {
        if (faults.size() < MOST) {
            faults.add(fault.get());
        } else {
            more++;
        }
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
        return more == 0
                ? List.copyOf(faults)
                : Stream.concat(faults.stream(), Stream.of(FhirIssue.more(more)))
                        .toList();
    }

    List<Caution> cautions() {
        return List.copyOf(cautions);
    }
}
