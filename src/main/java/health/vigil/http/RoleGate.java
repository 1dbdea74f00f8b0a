package health.vigil.http;

import health.vigil.problem.ProblemException;
import health.vigil.role.ActiveRoles;
import health.vigil.role.ServedBy;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Answers 404 if the resource belongs to another role of the service.
class RoleGate {
    private final ActiveRoles roles;

    RoleGate(ActiveRoles roles) {
        this.roles = roles;
    }

    @ServerRequestFilter(priority = 0, nonBlocking = true)
    void keepOut(ResourceInfo resource) {
        if (!servedBy(resource).map(ServedBy::value).map(roles::include).orElse(true)) {
            throw new ProblemException(Refusal.problem(404));
        }
    }

    private static Optional<ServedBy> servedBy(ResourceInfo resource) {
        return Stream.of(resource.getResourceMethod(), resource.getResourceClass())
                .flatMap(place -> Optional.ofNullable(place.getAnnotation(ServedBy.class)).stream())
                .findFirst();
    }
}
