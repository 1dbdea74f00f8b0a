package health.vigil.problem;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Map;

/// Ends a request with a problem. It is an expected outcome, so it has no stack trace and is not logged.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    public ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    public ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.title(), null, false, false);
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    public static ProblemException badRequest(String detail) {
        return new ProblemException(Problem.of(400, detail));
    }

    public static ProblemException invalid(String field, String message) {
        return new ProblemException(Problem.invalid(field, message));
    }

    public static ProblemException forbidden(String detail) {
        return new ProblemException(Problem.of(403, detail));
    }

    /// 404, also for resources that the user may not see: the two cases must look the same.
    public static ProblemException notFound(String detail) {
        return new ProblemException(Problem.of(404, detail));
    }

    public static ProblemException conflict(String detail) {
        return new ProblemException(Problem.of(409, detail));
    }

    public static ProblemException tooLarge(String detail) {
        return new ProblemException(Problem.of(413, detail));
    }

    public static ProblemException tooMany(Duration wait) {
        return new ProblemException(
                Problem.of(429, "Too many requests: wait as long as Retry-After says"), retry(wait));
    }

    public static ProblemException unavailable(String detail, Duration wait) {
        return new ProblemException(Problem.of(503, detail), retry(wait));
    }

    private static Map<String, String> retry(Duration wait) {
        return Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())));
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
