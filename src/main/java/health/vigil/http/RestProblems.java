package health.vigil.http;

import health.vigil.problem.Problem;
import health.vigil.problem.ProblemException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns every exception of a resource into a problem document. No other class does this.
class RestProblems {
    private final AllowedMethods methods;

    RestProblems(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerExceptionMapper
    Response problem(ProblemException ended) {
        var answer = answer(ended.problem());
        ended.headers().forEach(answer::header);
        return answer.build();
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException refusal) {
        var status = refusal.getResponse().getStatus();
        var answer = answer(status < 400 ? Refusal.problem(500) : Refusal.problem(status));
        return answer.header(HttpHeaders.RETRY_AFTER, refusal.getResponse().getHeaderString(HttpHeaders.RETRY_AFTER))
                .build();
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException refusal, UriInfo request) {
        return notAllowed(methods.of(request.getPath()));
    }

    /// The framework also returns this for a known path with another method, if another class has the same
    /// prefix.
    @ServerExceptionMapper
    Response notFound(NotFoundException nothing, UriInfo address, Request request) {
        var allowed = methods.of(address.getPath());
        return allowed.isEmpty() || allowed.contains(request.getMethod())
                ? answer(Refusal.problem(404)).build()
                : notAllowed(allowed);
    }

    private static Response notAllowed(Set<String> allowed) {
        return answer(Refusal.problem(405))
                .header(HttpHeaders.ALLOW, String.join(", ", allowed))
                .build();
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException nobody) {
        return Refusal.unauthorized();
    }

    @ServerExceptionMapper
    Response unauthorized(AuthenticationFailedException unknown) {
        return Refusal.unauthorized();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException forbidden) {
        return answer(Refusal.problem(403)).build();
    }

    @ServerExceptionMapper
    Response unexpected(Exception broken) {
        return UnexpectedFailure.of(broken).answer();
    }

    static Response.ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }
}
