package health.vigil.signin;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// The user whom a page names in its requests. A browser sends the cookie of whoever signed in last, also for a
/// page that an earlier user left open: what that user entered must not get the name of the next one.
final class PageUser {
    /// Encoded as in a URL.
    static final String HEADER = "X-Vigil-User";

    private PageUser() {}

    /// @throws AuthenticationFailedException if the page is of another user
    static void require(HttpServerRequest request, SecurityIdentity identity) {
        var named = request.getHeader(HEADER);
        if (named != null && !decoded(named).equals(identity.getPrincipal().getName())) {
            throw new AuthenticationFailedException("The page is of another user");
        }
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
