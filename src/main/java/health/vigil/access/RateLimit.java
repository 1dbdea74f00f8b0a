package health.vigil.access;

import health.vigil.access.Budgets.Budget;
import health.vigil.observation.Word;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Limits the requests of each account, so that a flood from one device does not slow down others.
@ApplicationScoped
class RateLimit {
    private static final long REQUESTS_AT_ONCE = 1000;

    private final RequestIdentity identities;
    private final Budgets<String> requests;
    private final Budgets<String> deviceRequests;

    RateLimit(RateSettings options, RequestIdentity identities) {
        this.identities = identities;
        requests = new Budgets<>(Budget.perSecond(options.atOnce(), options.perSecond()));
        deviceRequests = new Budgets<>(
                Budget.perSecond(Math.min(REQUESTS_AT_ONCE, options.deviceAtOnce()), options.devicePerSecond()));
    }

    @ServerRequestFilter(priority = 1, nonBlocking = true)
    void enforce(RoutingContext request) {
        identities.of(request).ifPresent(this::spend);
    }

    private void spend(SecurityIdentity identity) {
        var one = identity.getAttribute(CurrentUser.DEVICE) != null || entersFromHome(identity);
        (one ? deviceRequests : requests).spend(identity.getPrincipal().getName(), 1);
    }

    private static boolean entersFromHome(SecurityIdentity identity) {
        return identity.getRoles().stream()
                .flatMap(name -> Word.of(Role.class, name).stream())
                .anyMatch(Role::entersFromHome);
    }
}
