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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Records every request before it is answered. If the entry cannot be written, the answer is 503.
class AuditFilter {
    private static final Logger LOG = Logger.getLogger(AuditFilter.class);

    /// Paths that concern no patient and are not recorded: the session and its language, the identity provider, the
    /// policy, the table of the protocol, and what the service offers in FHIR.
    private static final Set<String> PUBLIC = Set.of(
            "v1/session",
            "v1/session/language",
            "v1/policy",
            "v1/protocol",
            "v1/session/provider",
            "v1/session/provider/end",
            "fhir/r4/metadata",
            "fhir/r4/.well-known/smart-configuration");

    private static final String FHIR = "fhir/";

    /// The beginnings of the paths that are recorded.
    private static final List<String> RECORDED = List.of("v1/", FHIR, "cds-services/", "smart/");

    private static final Pattern FHIR_DEFINITIONS = Pattern.compile("fhir/r4/(?:CodeSystem(?:/.*)?|Device/vigil)");

    /// Statuses of an unknown path or method.
    private static final Set<Integer> UNKNOWN_PLACES = Set.of(404, 405);

    /// Statuses after which a client retries at once, perhaps for a long time.
    private static final Set<Integer> LIMITED = Set.of(429, 503);

    /// How long to wait for the database to write the entry.
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
        if (isSkipped(entry) || looks.isRecorded(entry, session)) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .completionStage(() -> writer.write(entry))
                .invoke(() -> looks.remember(entry, session))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(failed -> recordsItsAuthor(request, response) ? nothing() : refuse(response));
    }

    /// Whether the entry is skipped, because a budget for refusals is spent. Unauthenticated requests for
    /// unknown paths or methods are never recorded.
    private boolean isSkipped(AuditEntry entry) {
        if (entry.outcome() < 400) {
            return false;
        }
        if (entry.role().isEmpty()) {
            return UNKNOWN_PLACES.contains(entry.outcome()) || !budget.allowsNobody(entry.source());
        }
        return LIMITED.contains(entry.outcome()) && !budget.allows(entry.actor());
    }

    /// Whether accepted observations record their author themselves, in their own table.
    private static boolean recordsItsAuthor(ContainerRequestContext request, ContainerResponseContext response) {
        return takesObservations(request) && response.getStatus() < 300;
    }

    /// Whether a request brings observations. All that is written in FHIR comes from machines.
    private static boolean takesObservations(ContainerRequestContext request) {
        var path = path(request);
        return path.equals("v1/observations")
                || (path.startsWith(FHIR) && !reads(request) && !path.endsWith("/_search"));
    }

    private static boolean reads(ContainerRequestContext request) {
        return Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS).contains(request.getMethod());
    }

    private static Void nothing() {
        return null;
    }

    private static String path(ContainerRequestContext request) {
        return request.getUriInfo().getPath().replaceAll("^/+|/+$", "");
    }

    private boolean worthRecording(ContainerRequestContext request, int status) {
        var path = path(request);
        if (RECORDED.stream().noneMatch(path::startsWith)) {
            return false;
        }
        var reading = reads(request);
        if (status == 401 || status == 403) {
            return true;
        }
        // Machine readings record their source themselves. Entries by people are audited.
        var measured = takesObservations(request) && status < 300 && trail.byMachine();
        return !measured && !(reading && concernsNoPatient(path));
    }

    private static boolean concernsNoPatient(String path) {
        return PUBLIC.contains(path) || FHIR_DEFINITIONS.matcher(path).matches();
    }

    /// Whether a page repeats this request by itself. Reading a whole record or the audit trail does not
    /// count as that.
    private static boolean refreshes(ContainerRequestContext request) {
        var path = path(request);
        return request.getMethod().equals(HttpMethod.GET)
                && !path.endsWith("/record")
                && !path.endsWith("/$everything")
                && !path.startsWith("v1/audit")
                && !path.startsWith("fhir/r4/AuditEvent");
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
