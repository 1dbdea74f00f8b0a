package health.vigil.signin;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// Whether a request with a cookie was made by our own pages. Reading needs no proof: no other site can read the
/// answer.
final class SameOrigin {
    /// A header that no form and no foreign script can set without being asked for leave first.
    static final String HEADER = "X-Vigil-Request";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private SameOrigin() {}

    static boolean proves(HttpServerRequest request) {
        return READING.contains(request.method())
                || fetchSite(request)
                        .or(() -> origin(request))
                        .orElseGet(() -> request.headers().contains(HEADER));
    }

    /// Whether a browser says that another site's page made it ask. For what needs no cookie, and so no proof.
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
