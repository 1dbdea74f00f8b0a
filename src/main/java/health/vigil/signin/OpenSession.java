package health.vigil.signin;

import health.vigil.access.CurrentUser;
import health.vigil.access.User;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Instant;

/// A valid session of the pages.
///
/// @param cookie the cookie of the browser
record OpenSession(String cookie, User user, Instant expiresAt) {
    SecurityIdentity identity() {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(user.username()))
                .addRole(user.role().word())
                .addAttribute(CurrentUser.WARDS, user.wards())
                .addAttribute(CurrentUser.SESSION, this)
                .build();
    }
}
