package health.vigil.signin;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/// What a request shows to say who makes it: a token in the header `Authorization`, or in the cookie of the
/// pages. Never in the address: that is written down everywhere.
///
/// @param byBrowser a cookie: the browser sends it along whoever made it ask
record PresentedToken(String token, boolean byBrowser) {
    static final String COOKIE = "vigil-session";
    private static final String SCHEME = "bearer ";

    /// A header, however wrong, is not overruled by a cookie.
    static Optional<PresentedToken> in(HttpServerRequest request) {
        var header = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION));
        return header.isPresent()
                ? header.map(PresentedToken::bearer).map(token -> new PresentedToken(token, false))
                : Optional.ofNullable(request.getCookie(COOKIE))
                        .map(Cookie::getValue)
                        .map(token -> new PresentedToken(token, true));
    }

    private static String bearer(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : "";
    }
}
