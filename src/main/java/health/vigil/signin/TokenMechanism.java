package health.vigil.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.vigil.access.AccessSettings;
import health.vigil.access.CurrentUser;
import health.vigil.access.RecognisedUsers;
import health.vigil.access.Roles;
import health.vigil.access.Wards;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/// Authenticates users by token, and devices by certificate too. A verified credential is remembered for
/// seconds, because devices post many times a second. That it was verified is remembered until it is
/// rejected.
@Singleton
class TokenMechanism implements HttpAuthenticationMechanism, RecognisedUsers {
    private static final int REMEMBERED = 10_000;
    private static final int RECOGNISED = 100_000;

    /// Longer than tokens of any identity provider, and short enough to remember thousands.
    private static final int LONGEST = 8_192;

    private final AccessSettings settings;
    private final PageSessions sessions;
    private final BlockingSecurityExecutor blocking;
    private final Cache<String, SecurityIdentity> known;

    /// Digests of credentials that were valid when they were last verified.
    private final Cache<ByteBuffer, Boolean> recognised =
            Caffeine.newBuilder().maximumSize(RECOGNISED).build();

    TokenMechanism(AccessSettings settings, PageSessions sessions, BlockingSecurityExecutor blocking) {
        this.settings = settings;
        this.sessions = sessions;
        this.blocking = blocking;
        known = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(settings.remembered())
                .build();
    }

    @Override
    public void forget() {
        known.invalidateAll();
    }

    @Override
    public Recognition recognition(HttpServerRequest request) {
        return PresentedToken.in(request)
                .map(presented -> recognition(presented.token()))
                .orElseGet(() -> DeviceCertificate.in(request)
                        .map(certificate ->
                                certificate.deviceId().isPresent() ? Recognition.RECOGNISED : Recognition.UNRECOGNISED)
                        .orElse(Recognition.NOTHING));
    }

    private Recognition recognition(String token) {
        return recognised.getIfPresent(digest(token)) == null ? Recognition.UNRECOGNISED : Recognition.RECOGNISED;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        var presented = PresentedToken.in(request.request());
        if (presented.isEmpty()) {
            return DeviceCertificate.in(request.request())
                    .map(TokenMechanism::device)
                    .orElseGet(() -> Uni.createFrom().optional(Optional.empty()));
        }
        if (presented.get().byBrowser() && !SameOrigin.proves(request.request())) {
            return Uni.createFrom().failure(new ForbiddenException("Cross-site request"));
        }
        return presented.get().byBrowser()
                ? inBrowser(presented.get().token(), providers)
                        .invoke(identity -> PageUser.require(request.request(), identity))
                : identify(presented.get().token(), providers);
    }

    private Uni<SecurityIdentity> inBrowser(String cookie, IdentityProviderManager providers) {
        return settings.folder().isEmpty() ? signedIn(cookie) : identify(cookie, providers);
    }

    /// Finds a session of the hospital's identity provider.
    private Uni<SecurityIdentity> signedIn(String cookie) {
        return Optional.ofNullable(known.getIfPresent(cookie))
                .map(identity -> Uni.createFrom().item(identity))
                .orElseGet(() -> blocking.executeBlocking(() -> session(cookie)));
    }

    private SecurityIdentity session(String cookie) {
        var open = sessions.find(cookie).map(OpenSession::identity);
        open.ifPresentOrElse(identity -> recognise(cookie, identity), () -> disown(cookie));
        return open.orElseThrow(AuthenticationFailedException::new);
    }

    private void recognise(String token, SecurityIdentity identity) {
        known.put(token, identity);
        recognised.put(digest(token), true);
    }

    private void disown(String token) {
        recognised.invalidate(digest(token));
    }

    private static ByteBuffer digest(String token) {
        return ByteBuffer.wrap(Digest.of(token));
    }

    private static Uni<SecurityIdentity> device(DeviceCertificate certificate) {
        return certificate
                .deviceId()
                .map(id -> Uni.createFrom().item(device(id)))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    /// A device has only the rights for its own readings, in any ward.
    private static SecurityIdentity device(String id) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(id))
                .addRole(Roles.DEVICE)
                .addAttribute(CurrentUser.DEVICE, id)
                .addAttribute(CurrentUser.WARDS, Wards.ALL)
                .build();
    }

    private Uni<SecurityIdentity> identify(String token, IdentityProviderManager providers) {
        if (token.isEmpty() || token.length() > LONGEST) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return Optional.ofNullable(known.getIfPresent(token))
                .map(identity -> Uni.createFrom().item(identity))
                .orElseGet(() -> verify(token, providers));
    }

    private Uni<SecurityIdentity> verify(String token, IdentityProviderManager providers) {
        return providers
                .authenticate(new TokenAuthenticationRequest(new JsonWebTokenCredential(token)))
                .onItem()
                .invoke(identity -> recognise(token, identity))
                .onFailure(AuthenticationFailedException.class)
                .invoke(() -> disown(token));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"vigil\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1;
    }
}
