package health.vigil.fhir;

import health.vigil.exchange.CellInfusion;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.SourceKey;
import health.vigil.exchange.Statement;
import health.vigil.exchange.StayReport;
import java.util.List;

/// What becomes of one resource.
public sealed interface FhirResult {
    /// It says something about a patient or a device.
    ///
    /// @param key the key of the resource. A resource that only adds to another one has that one's statements
    /// @param statements one, or two if a part of the resource is for a person to decide
    record OfStatements(SourceKey key, List<Statement> statements) implements FhirResult {
        public OfStatements {
            statements = List.copyOf(statements);
        }
    }

    /// It says something about a stay or a person.
    record OfStayReport(StayReport report) implements FhirResult {}

    /// It says that cells were infused.
    record OfInfusion(CellInfusion infusion) implements FhirResult {}

    /// Nothing of it is kept.
    record NotKept(IgnoredReason reason) implements FhirResult {}

    /// It is refused, with all its faults.
    ///
    /// @param status the status of HTTP
    record Refused(int status, List<FhirIssue> issues) implements FhirResult {
        public Refused {
            issues = List.copyOf(issues);
        }

        static Refused of(List<FhirIssue> issues) {
            return new Refused(FhirIssue.status(issues), issues);
        }
    }
}
