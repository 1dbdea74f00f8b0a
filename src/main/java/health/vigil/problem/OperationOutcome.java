package health.vigil.problem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.JsonText;
import java.util.List;

/// An error response, or remarks about a request, as FHIR writes them. Like a [Problem] it contains no value that
/// a client sent and no patient data.
public record OperationOutcome(List<OutcomeIssue> issues) {
    public static final String MEDIA_TYPE = "application/fhir+json";

    private static final String FHIR = "/fhir";

    public OperationOutcome {
        issues = List.copyOf(issues);
    }

    /// Whether errors below a path are operation outcomes.
    public static boolean answers(String path) {
        return path.equals(FHIR) || path.startsWith(FHIR + "/");
    }

    /// The same error. Fields become places.
    public static OperationOutcome of(Problem problem) {
        var code = code(problem.status());
        if (problem.violations().isEmpty()) {
            return new OperationOutcome(List.of(OutcomeIssue.error(code, problem.detail())));
        }
        return new OperationOutcome(problem.violations().stream()
                .map(violation -> OutcomeIssue.error(code, violation.message()).at(violation.field()))
                .toList());
    }

    /// The code of an issue that belongs to a status of HTTP.
    public static String code(int status) {
        return switch (status) {
            case 400 -> "invalid";
            case 401 -> "login";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405, 406, 415 -> "not-supported";
            case 408 -> "timeout";
            case 409, 412 -> "conflict";
            case 410 -> "deleted";
            case 413, 414, 431 -> "too-long";
            case 429 -> "throttled";
            case 503 -> "transient";
            default -> status < 500 ? "processing" : "exception";
        };
    }

    public ObjectNode json() {
        var json = JsonText.object().put("resourceType", "OperationOutcome");
        var all = json.putArray("issue");
        issues.forEach(issue -> all.add(issue.json()));
        return json;
    }

    public String text() {
        return JsonText.of(json());
    }
}
