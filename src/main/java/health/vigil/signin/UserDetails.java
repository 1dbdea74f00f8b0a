package health.vigil.signin;

import health.vigil.access.AccessSettings;
import health.vigil.access.CurrentUser;
import health.vigil.access.Role;
import health.vigil.access.User;
import health.vigil.account.KnownUsers;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Adds the role and wards of a verified token's user, from the account table or from the provider's claims.
@Singleton
class UserDetails implements SecurityIdentityAugmentor {
    private final AccessSettings settings;
    private final KnownUsers users;
    private final ProviderClaims claims;
    private final JWTParser parser;

    UserDetails(AccessSettings settings, KnownUsers users, ProviderClaims claims, JWTParser parser) {
        this.settings = settings;
        this.users = users;
        this.claims = claims;
        this.parser = parser;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext request) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        if (identity.getCredential(IdTokenCredential.class) != null) {
            return request.runBlocking(() -> signedIn(identity));
        }
        return settings.folder().isPresent()
                ? request.runBlocking(() -> with(users.holder(id(token)), token))
                : Uni.createFrom().item(() -> with(claims.user(token, identity.getRoles()), token));
    }

    /// Reads the user from the access token that came with the ID token, verified like any other token.
    private SecurityIdentity signedIn(SecurityIdentity identity) {
        try {
            var access = parser.parse(
                    identity.getCredential(AccessTokenCredential.class).getToken());
            var user = claims.user(access, access.getGroups());
            if (user.role() == Role.DEVICE) {
                throw new ForbiddenException("Devices cannot use the pages");
            }
            if (user.role().entersFromHome()) {
                throw new ForbiddenException("Patients and caregivers cannot use the pages");
            }
            return QuarkusSecurityIdentity.builder(with(user, access))
                    .addCredential(identity.getCredential(IdTokenCredential.class))
                    .build();
        } catch (ParseException refused) {
            throw new AuthenticationFailedException(refused);
        }
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
                .addAttribute(CurrentUser.WARDS, user.wards())
                .addAttribute(CurrentUser.SCOPES, ProviderClaims.scopes(token));
        user.deviceId().ifPresent(device -> identity.addAttribute(CurrentUser.DEVICE, device));
        user.patientId().ifPresent(patient -> identity.addAttribute(CurrentUser.PATIENT, patient));
        return identity.build();
    }
}
