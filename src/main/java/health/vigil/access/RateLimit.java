package health.vigil.access;

import health.vigil.access.Budgets.Budget;
import health.vigil.problem.ProblemException;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// How often one account may ask, so that no device's flood is felt by its neighbour. What a device measured counts
/// too, however it is bundled.
@ApplicationScoped
public class RateLimit {
    private static final long REQUESTS_AT_ONCE = 1000;

    private final RateSettings options;
    private final Budgets<String> requests;
    private final Budgets<String> deviceRequests;
    private final Budgets<String> deviceObservations;

    RateLimit(RateSettings options) {
        this.options = options;
        requests = new Budgets<>(Budget.perSecond(options.atOnce(), options.perSecond()));
        deviceRequests = new Budgets<>(
                Budget.perSecond(Math.min(REQUESTS_AT_ONCE, options.deviceAtOnce()), options.devicePerSecond()));
        deviceObservations = new Budgets<>(Budget.perSecond(options.deviceAtOnce(), options.devicePerSecond()));
    }

    @ServerRequestFilter(priority = 1, nonBlocking = true)
    void hold(RoutingContext request) {
        if (!(request.user() instanceof QuarkusHttpUser user)) {
            return;
        }
        var identity = user.getSecurityIdentity();
        var oneDevice = identity.getAttribute(CurrentUser.DEVICE) != null;
        (oneDevice ? deviceRequests : requests).spend(identity.getPrincipal().getName(), 1);
    }

    /// Observations that the credential of one device sends. A body of more than it may ever send at once is let in
    /// when nothing was sent for as long.
    ///
    /// @throws ProblemException 429
    public void measure(User user, int observations) {
        if (user.deviceId().isPresent() && observations > 0) {
            deviceObservations.spend(user.username(), Math.min(observations, options.deviceAtOnce()));
        }
    }
}
