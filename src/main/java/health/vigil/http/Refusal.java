package health.vigil.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/// What the frame itself has to say about a status, whoever gave it.
final class Refusal {
    /// Says how to come back: with a bearer token.
    static final String CHALLENGE = "Bearer realm=\"vigil\"";

    /// When to come back after 429 and 503.
    static final Duration PAUSE = Duration.ofSeconds(1);

    private static final ObjectMapper JSON = new ObjectMapper();

    private Refusal() {}

    static Problem problem(int status) {
        return Problem.of(status, detail(status));
    }

    /// Where no resource answers.
    static Future<Void> answer(HttpServerResponse response, Problem problem) {
        return response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
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
            case 404 -> "There is nothing here";
            case 405 -> "This resource does not take this method: see Allow";
            case 406 -> "This resource is not to be had in the media types of Accept";
            case 408 -> "The request took too long to arrive";
            case 413 -> "The body is larger than this resource takes";
            case 414 -> "The address is longer than the service takes";
            case 415 -> "This resource does not take this Content-Type or Content-Encoding";
            case 429 -> "Too many connections or requests: wait as long as Retry-After says";
            case 431 -> "The headers are larger than the service takes";
            case 503 -> "The service cannot do this now: try again later";
            default -> status < 500 ? "The request was refused" : "The service failed; nothing more is told here";
        };
    }
}
