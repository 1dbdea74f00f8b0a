package health.vigil.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import health.vigil.json.Violation;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An error response (RFC 9457, `application/problem+json`). It contains no value that a client sent and no
/// patient data.
///
/// @param type   `about:blank`, because the status is enough
/// @param title  the status in words
/// @param detail what is wrong and what the client should do
/// @param violations the invalid fields, if any
/// @param more   extension members
@JsonPropertyOrder({"type", "title", "status", "detail", "violations"})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> violations,
        @JsonAnyGetter Map<String, Object> more) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        violations = List.copyOf(violations);
        more = Map.copyOf(more);
    }

    public static Problem of(int status, String detail) {
        return new Problem("about:blank", title(status), status, detail, List.of(), Map.of());
    }

    /// 400 with the invalid fields.
    public static Problem invalid(List<Violation> violations) {
        return of(400, "The request has invalid fields").with(violations);
    }

    public static Problem invalid(String field, String message) {
        return invalid(List.of(new Violation(field, message)));
    }

    public Problem with(List<Violation> found) {
        return new Problem(type, title, status, detail, found, more);
    }

    /// This problem with extension members.
    public Problem with(Map<String, Object> members) {
        return new Problem(type, title, status, detail, violations, members);
    }

    private static String title(int status) {
        return Optional.ofNullable(Response.Status.fromStatusCode(status))
                .map(Response.Status::getReasonPhrase)
                .orElse("Refused");
    }
}
