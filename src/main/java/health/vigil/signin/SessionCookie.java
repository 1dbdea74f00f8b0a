package health.vigil.signin;

import health.vigil.access.AccessSettings;
import health.vigil.account.Session;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/// The cookies of a session. Scripts cannot read them, and other sites cannot send them.
@Singleton
class SessionCookie {
    /// The ID token that identifies the session at the provider on sign-out.
    static final String ID_TOKEN = "vigil-id-token";

    private final AccessSettings settings;

    SessionCookie(AccessSettings settings) {
        this.settings = settings;
    }

    NewCookie of(Session session, HttpServerRequest http) {
        return cookie(PresentedToken.COOKIE, session.token(), session.life(), http)
                .build();
    }

    NewCookie none(HttpServerRequest http) {
        return cookie(PresentedToken.COOKIE, "", Duration.ZERO, http).build();
    }

    /// Sent only to the endpoints of sign-in and sign-out.
    NewCookie idToken(String idToken, Duration life, HttpServerRequest http) {
        return cookie(ID_TOKEN, idToken, life, http).path("/v1/session").build();
    }

    NewCookie noIdToken(HttpServerRequest http) {
        return cookie(ID_TOKEN, "", Duration.ZERO, http).path("/v1/session").build();
    }

    /// Whether browsers use TLS.
    boolean secure(HttpServerRequest http) {
        return settings.secureCookie() || http.isSSL();
    }

    private NewCookie.Builder cookie(String name, String value, Duration life, HttpServerRequest http) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge((int) life.toSeconds())
                .httpOnly(true)
                .secure(secure(http))
                .sameSite(NewCookie.SameSite.STRICT);
    }
}
