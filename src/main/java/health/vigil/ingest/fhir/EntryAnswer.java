package health.vigil.ingest.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.exchange.SourceKey;
import health.vigil.fhir.FhirIssue;
import health.vigil.problem.OperationOutcome;
import health.vigil.problem.OutcomeIssue;
import health.vigil.problem.OutcomeIssue.OutcomeSeverity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a client is told about one resource of its request.
///
/// @param status the status of HTTP
/// @param written where the resource can be read; absent if nothing of it is kept, or not yet
/// @param resource what was sent, for a client that wants it back
record EntryAnswer(
        int status, Optional<WrittenVersion> written, List<OutcomeIssue> issues, Optional<ObjectNode> resource) {
    EntryAnswer {
        issues = List.copyOf(issues);
    }

    /// A version of a resource.
    record WrittenVersion(String type, String id, int version, Instant modifiedAt) {
        static WrittenVersion of(SourceKey key, int version, Instant modifiedAt) {
            return new WrittenVersion(key.type(), key.fhirId(), version, modifiedAt);
        }

        /// The address of the version, below the base.
        String path() {
            return type + "/" + id + "/_history/" + version;
        }

        String tag() {
            return "W/\"" + version + "\"";
        }
    }

    static EntryAnswer of(int status, List<OutcomeIssue> issues) {
        return new EntryAnswer(status, Optional.empty(), issues, Optional.empty());
    }

    static EntryAnswer refused(int status, String diagnostics) {
        return of(status, List.of(OutcomeIssue.error(OperationOutcome.code(status), diagnostics)));
    }

    static EntryAnswer ofFaults(int status, List<FhirIssue> faults) {
        return of(status, faults.stream().map(EntryAnswer::issue).toList());
    }

    private static OutcomeIssue issue(FhirIssue issue) {
        var severity = switch (issue.severity()) {
            case ERROR -> OutcomeSeverity.ERROR;
            case WARNING -> OutcomeSeverity.WARNING;
            case INFORMATION -> OutcomeSeverity.INFORMATION;
        };
        var code = issue.type().word();
        return new OutcomeIssue(severity, code, code, issue.diagnostics(), Optional.empty()).at(issue.expression());
    }

    boolean isRefused() {
        return status >= 400;
    }

    /// The same at the place of an entry, for issues without a place.
    EntryAnswer at(String expression) {
        return new EntryAnswer(
                status,
                written,
                issues.stream()
                        .map(issue -> issue.expression().isPresent() ? issue : issue.at(expression))
                        .toList(),
                resource);
    }

    /// What is told about it; an outcome has at least one issue.
    OperationOutcome outcome() {
        return new OperationOutcome(
                issues.isEmpty()
                        ? List.of(OutcomeIssue.information("informational", "taken", "Everything is kept"))
                        : issues);
    }
}
