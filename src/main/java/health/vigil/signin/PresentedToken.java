package health.vigil.signin;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/// The credential of a request: a token in the `Authorization` header or in the cookie of the pages. Never in
/// the URL, because URLs are logged.
///
/// @param byBrowser whether it is a cookie, which a browser also sends for requests of other sites
record PresentedToken(String token, boolean byBrowser) {
    static final String COOKIE = "vigil-session";
    private static final String SCHEME = "bearer ";

    /// The header wins over a cookie, even if it is invalid.
    static Optional<PresentedToken> in(HttpServerRequest request) {
        var header = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION));
        return header.isPresent()
                ? header.map(PresentedToken::bearer).map(token -> new PresentedToken(token, false))
                : Optional.ofNullable(request.getCookie(COOKIE))
                        .map(Cookie::getValue)
                        .map(token -> new PresentedToken(token, true));
    }

    /// The token in the cookie of the pages.
    static Optional<String> ofBrowser(HttpServerRequest request) {
        return in(request).filter(PresentedToken::byBrowser).map(PresentedToken::token);
    }

    private static String bearer(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : "";
    }
}
