package health.vigil.audit;

import health.vigil.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Records every look and act before it is answered: what cannot be recorded is answered with 503.
class AuditFilter {
    private static final Logger LOG = Logger.getLogger(AuditFilter.class);

    /// Who one is, the way to the identity provider, and which rules hold: about no patient.
    private static final Set<String> PUBLIC =
            Set.of("v1/session", "v1/policy", "v1/session/provider", "v1/session/provider/end");

    /// Of a path that is not there, or takes no such method.
    private static final Set<Integer> UNKNOWN_PLACES = Set.of(404, 405);

    /// Whoever is refused so comes back at once, and may do so for long.
    private static final Set<Integer> FOR_WANT_OF_ROOM = Set.of(429, 503);

    /// A database that stays silent so long cannot record it in time.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AuditTrail trail;
    private final AuditWriter writer;
    private final RefusalBudget budget;
    private final PageLooks looks;

    AuditFilter(AuditTrail trail, AuditWriter writer, RefusalBudget budget, PageLooks looks) {
        this.trail = trail;
        this.writer = writer;
        this.budget = budget;
        this.looks = looks;
    }

    @ServerResponseFilter
    Uni<Void> record(ContainerRequestContext request, ContainerResponseContext response) {
        if ((trail.recorded() && response.getStatus() < 400) || !worthRecording(request, response.getStatus())) {
            return Uni.createFrom().voidItem();
        }
        var entry = trail.entry(response.getStatus());
        var session = refreshes(request) ? trail.pageSession() : Optional.<String>empty();
        if (uncounted(entry) || looks.isTold(entry, session)) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .completionStage(() -> writer.write(entry))
                .invoke(() -> looks.told(entry, session))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(failed -> kept(request, response) ? done() : refuse(response));
    }

    /// Refusals of nobody have a budget, and so has an account that asks too often or for more than there is room for.
    /// That a path or a method is unknown says nothing of anybody.
    private boolean uncounted(AuditEntry entry) {
        if (entry.outcome() < 400) {
            return false;
        }
        if (entry.role().isEmpty()) {
            return UNKNOWN_PLACES.contains(entry.outcome()) || !budget.allowsNobody(entry.source());
        }
        return FOR_WANT_OF_ROOM.contains(entry.outcome()) && !budget.allows(entry.actor());
    }

    /// Observations that were accepted say themselves who entered them, in the table they are kept in.
    private static boolean kept(ContainerRequestContext request, ContainerResponseContext response) {
        return path(request).equals("v1/observations") && response.getStatus() < 300;
    }

    private static Void done() {
        return null;
    }

    private static String path(ContainerRequestContext request) {
        return request.getUriInfo().getPath().replaceAll("^/+|/+$", "");
    }

    private boolean worthRecording(ContainerRequestContext request, int status) {
        var path = path(request);
        if (!path.startsWith("v1/")) {
            return false;
        }
        var reading =
                Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS).contains(request.getMethod());
        if (status == 401 || status == 403) {
            return true;
        }
        // What machines measure says itself where it is from; what people enter is their act.
        var measured = path.equals("v1/observations") && status < 300 && trail.byMachine();
        return !measured && !(reading && PUBLIC.contains(path));
    }

    /// What a page asks by itself again and again: it reads, and neither the whole record nor the trail.
    private static boolean refreshes(ContainerRequestContext request) {
        var path = path(request);
        return request.getMethod().equals(HttpMethod.GET) && !path.endsWith("/record") && !path.startsWith("v1/audit");
    }

    private static Void refuse(ContainerResponseContext response) {
        LOG.error("A request was refused because the audit trail could not be written");
        var problem = Problem.of(503, "The audit trail cannot be written now: try again later");
        response.setStatus(problem.status());
        response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, "2");
        response.setEntity(problem, new Annotation[0], MediaType.valueOf(Problem.MEDIA_TYPE));
        return null;
    }
}
