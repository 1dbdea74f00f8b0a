package health.vigil.signin;

import health.vigil.access.CurrentUser;
import health.vigil.access.User;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Instant;
import java.util.Optional;

/// A valid session of the pages.
///
/// @param cookie the cookie of the browser
record OpenSession(String cookie, User user, Instant expiresAt) {
    /// When the user signed in. Absent for a session that an earlier release opened: it cannot be renewed.
    Optional<Instant> signedInAt() {
        return SessionToken.signedInAt(cookie);
    }

    SecurityIdentity identity() {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(user.username()))
                .addRole(user.role().word())
                .addAttribute(CurrentUser.WARDS, user.wards())
                .addAttribute(CurrentUser.SESSION, this)
                .build();
    }
}
