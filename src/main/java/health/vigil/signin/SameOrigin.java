package health.vigil.signin;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// Whether our own pages made a request with a cookie. Read requests need no proof, because other sites
/// cannot read the answer.
final class SameOrigin {
    /// A header that neither a form nor a script of another site can set without a CORS preflight.
    static final String HEADER = "X-Vigil-Request";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private SameOrigin() {}

    static boolean proves(HttpServerRequest request) {
        return READING.contains(request.method())
                || fetchSite(request)
                        .or(() -> origin(request))
                        .orElseGet(() -> request.headers().contains(HEADER));
    }

    /// Whether the browser reports that another site caused the request. For requests that need no cookie.
    static boolean disproves(HttpServerRequest request) {
        return fetchSite(request)
                .or(() -> origin(request))
                .filter(ours -> !ours)
                .isPresent();
    }

    private static Optional<Boolean> fetchSite(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader("Sec-Fetch-Site")).map("same-origin"::equals);
    }

    private static Optional<Boolean> origin(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.ORIGIN))
                .map(origin -> authority(origin).equalsIgnoreCase(request.getHeader(HttpHeaders.HOST)));
    }

    private static String authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority()).orElse("");
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
