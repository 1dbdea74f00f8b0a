package health.vigil.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/// Who was recognised as the maker of a request.
@FunctionalInterface
public interface RequestIdentity {
    /// Absent while nobody has asked who it is: this recognises nobody by itself.
    Optional<SecurityIdentity> of(RoutingContext request);

    /// The same; absent for whoever is anonymous, too.
    default Optional<SecurityIdentity> known(RoutingContext request) {
        return of(request).filter(identity -> !identity.isAnonymous());
    }
}
