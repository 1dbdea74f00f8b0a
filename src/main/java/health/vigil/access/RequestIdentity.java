package health.vigil.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/// The authenticated identity of a request.
@FunctionalInterface
public interface RequestIdentity {
    /// The identity, if the request was authenticated already. This method does not authenticate.
    Optional<SecurityIdentity> of(RoutingContext request);

    /// The same, but absent for anonymous requests, too.
    default Optional<SecurityIdentity> known(RoutingContext request) {
        return of(request).filter(identity -> !identity.isAnonymous());
    }
}
