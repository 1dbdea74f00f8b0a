package health.vigil.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.problem.OperationOutcome;
import health.vigil.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/// The problem documents and headers for statuses that the frame itself produces.
final class Refusal {
    /// The challenge of a 401: authenticate with a bearer token.
    static final String CHALLENGE = "Bearer realm=\"vigil\"";

    /// The `Retry-After` of 429 and 503.
    static final Duration PAUSE = Duration.ofSeconds(1);

    private static final ObjectMapper JSON = new ObjectMapper();

    private Refusal() {}

    static Problem problem(int status) {
        return Problem.of(status, detail(status));
    }

    /// Answers when no resource does.
    static Future<Void> answer(HttpServerRequest request, Problem problem) {
        var response = request.response().setStatusCode(problem.status());
        return request.path() != null && OperationOutcome.answers(request.path())
                ? response.putHeader(HttpHeaders.CONTENT_TYPE, OperationOutcome.MEDIA_TYPE)
                        .end(OperationOutcome.of(problem).text())
                : response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                        .end(written(problem));
    }

    private static String written(Problem problem) {
        try {
            return JSON.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Response unauthorized() {
        return RestProblems.answer(problem(401))
                .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)
                .build();
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "The request cannot be understood";
            case 401 -> "A valid token is needed: Authorization: Bearer <token>";
            case 403 -> "This account's role may not do this";
            case 404 -> "Not found: nothing has this path";
            case 405 -> "Method not allowed: see Allow";
            case 406 -> "None of the media types in Accept is available";
            case 408 -> "The request took too long to arrive";
            case 413 -> "The body is too large for this resource";
            case 414 -> "The address is too long: at most 4 KB";
            case 415 -> "Unsupported Content-Type or Content-Encoding";
            case 429 -> "Too many connections or requests: wait as long as Retry-After says";
            case 431 -> "The headers are too large: at most 16 KB";
            case 503 -> "The service cannot do this now: try again later";
            default ->
                status < 500
                        ? "The request was refused"
                        : "Internal error: the service has logged it under the number in instance";
        };
    }
}
