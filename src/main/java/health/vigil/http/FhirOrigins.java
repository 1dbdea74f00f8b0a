package health.vigil.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Lets web applications of some origins use FHIR from a browser (CORS). They bring a token: no response allows the
/// browser to send a cookie for them.
final class FhirOrigins {
    private static final String ROOT = "/fhir/r4";
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]+(:\\d{1,5})?");
    private static final String METHODS = "GET, POST, PUT, DELETE";
    private static final String REQUEST_HEADERS =
            "Authorization, Content-Type, Accept, Prefer, If-Match, If-None-Match, If-None-Exist";
    private static final String RESPONSE_HEADERS = "Location, ETag, Last-Modified, Retry-After";
    private static final String SECONDS = "600";

    private final Set<String> allowed;

    /// @throws IllegalArgumentException if one of them is no origin
    FhirOrigins(Set<String> allowed) {
        allowed.stream()
                .filter(origin -> !ORIGIN.matcher(origin).matches())
                .findFirst()
                .ifPresent(wrong -> {
                    throw new IllegalArgumentException(
                            "vigil.fhir.cors-origins: " + wrong + " is no origin such as https://app.example");
                });
        this.allowed = Set.copyOf(allowed);
    }

    void admit(RoutingContext request) {
        var origin = Optional.ofNullable(request.request().getHeader(HttpHeaders.ORIGIN))
                .filter(allowed::contains)
                .filter(_ -> isFhir(request));
        if (origin.isEmpty()) {
            request.next();
            return;
        }
        var response = request.response()
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin.get())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN)
                .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS)
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin");
        if (isPreflight(request)) {
            response.setStatusCode(204)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, SECONDS)
                    .end();
        } else {
            request.next();
        }
    }

    private static boolean isFhir(RoutingContext request) {
        var path = request.request().path();
        return path != null && (path.equals(ROOT) || path.startsWith(ROOT + "/"));
    }

    private static boolean isPreflight(RoutingContext request) {
        return request.request().method().equals(HttpMethod.OPTIONS)
                && request.request().getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }
}
