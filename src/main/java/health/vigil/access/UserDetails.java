package health.vigil.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Completes who a verified token speaks for: from the account table, or from the identity provider's claims.
@Singleton
class UserDetails implements SecurityIdentityAugmentor {
    private final AccessOptions options;
    private final KnownUsers users;
    private final ProviderClaims claims;

    UserDetails(AccessOptions options, KnownUsers users, ProviderClaims claims) {
        this.options = options;
        this.users = users;
        this.claims = claims;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext request) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        return options.folder().isPresent()
                ? request.runBlocking(() -> with(users.holder(id(token)), token))
                : Uni.createFrom().item(() -> with(claims.user(token, identity.getRoles()), token));
    }

    private static UUID id(JsonWebToken token) {
        try {
            return UUID.fromString(token.getTokenID());
        } catch (IllegalArgumentException | NullPointerException foreign) {
            throw new AuthenticationFailedException(foreign);
        }
    }

    private static SecurityIdentity with(User user, JsonWebToken token) {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addRoles(Set.of(user.role().word()))
                .addAttribute(CurrentUser.WARDS, user.wards());
        user.deviceId().ifPresent(device -> identity.addAttribute(CurrentUser.DEVICE, device));
        return identity.build();
    }
}
