package health.vigil.http;

import health.vigil.problem.OperationOutcome;
import health.vigil.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Turns the problem document of a request below `/fhir` into an operation outcome, after all other filters.
class OutcomeFilter {
    private static final int LAST = 1;

    @ServerResponseFilter(priority = LAST)
    void translate(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem
                && OperationOutcome.answers(request.getUriInfo().getRequestUri().getPath())) {
            response.setEntity(
                    OperationOutcome.of(problem).text(),
                    new Annotation[0],
                    MediaType.valueOf(OperationOutcome.MEDIA_TYPE));
        }
    }
}
