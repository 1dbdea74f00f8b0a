package health.vigil.api.fhir;

import health.vigil.access.CurrentUser;
import health.vigil.audit.AuditTrail;
import health.vigil.fhir.FhirWriter;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.jboss.resteasy.reactive.RestResponse;

/// Responses: a resource, or a Bundle of results. The audit trail names their patients.
@ApplicationScoped
class FhirAnswers {
    static final String FHIR_JSON = "application/fhir+json";

    private final AuditTrail trail;
    private final CurrentUser user;

    FhirAnswers(AuditTrail trail, CurrentUser user) {
        this.trail = trail;
        this.user = user;
    }

    static RestResponse<String> one(Resource resource) {
        return RestResponse.ResponseBuilder.ok(FhirWriter.write(resource))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /// The resource, or 404.
    static RestResponse<String> read(Optional<? extends Resource> resource) {
        return one(resource.orElseThrow(() -> ProblemException.notFound("There is no such resource")));
    }

    /// A page of results.
    ///
    /// @param ignored the parameters that were left out
    /// @param included resources that the client asked for beside the results
    RestResponse<String> page(
            SearchRequest request, FoundPage page, List<String> ignored, List<? extends Resource> included) {
        trail.shows(page.found().stream().map(FoundResource::subject).map(PatientId::value));
        var bundle = bundle(request);
        if (request.countsOnly()) {
            warn(bundle, ignored);
            return one(bundle.setTotal(
                    SearchRequest.total(page.found().size(), page.next().isEmpty())));
        }
        page.horizon().ifPresent(at -> bundle.getMeta().setLastUpdatedElement(new InstantType(at.toString())));
        link(bundle, request, page.next());
        page.found().forEach(found -> entry(bundle, request, found.resource(), SearchEntryMode.MATCH));
        included.forEach(resource -> entry(bundle, request, resource, SearchEntryMode.INCLUDE));
        warn(bundle, ignored);
        return one(bundle);
    }

    /// Results that concern no patient, on one page.
    RestResponse<String> ofNobody(SearchRequest request, List<? extends Resource> found, List<String> ignored) {
        return ofNobody(request, found, Optional.empty(), ignored);
    }

    /// A page of results that concern no patient alone.
    ///
    /// @param next the last result, if there are more
    RestResponse<String> ofNobody(
            SearchRequest request, List<? extends Resource> found, Optional<SearchPlace> next, List<String> ignored) {
        var bundle = bundle(request);
        if (request.countsOnly()) {
            warn(bundle, ignored);
            return one(bundle.setTotal(SearchRequest.total(found.size(), next.isEmpty())));
        }
        link(bundle, request, next);
        found.forEach(resource -> entry(bundle, request, resource, SearchEntryMode.MATCH));
        warn(bundle, ignored);
        return one(bundle);
    }

    private void link(Bundle bundle, SearchRequest request, Optional<SearchPlace> next) {
        next.ifPresent(place -> bundle.addLink().setRelation("next").setUrl(request.next(place, user.username())));
    }

    private static Bundle bundle(SearchRequest request) {
        var bundle = new Bundle().setType(BundleType.SEARCHSET);
        bundle.addLink().setRelation("self").setUrl(request.self());
        return bundle;
    }

    private static void warn(Bundle bundle, List<String> ignored) {
        if (!ignored.isEmpty()) {
            bundle.addEntry()
                    .setFullUrl("urn:uuid:" + UUID.randomUUID())
                    .setResource(outcome(ignored))
                    .getSearch()
                    .setMode(SearchEntryMode.OUTCOME);
        }
    }

    private static void entry(Bundle bundle, SearchRequest request, Resource resource, SearchEntryMode mode) {
        bundle.addEntry()
                .setFullUrl(request.base() + "/" + resource.fhirType() + "/" + resource.getIdPart())
                .setResource(resource)
                .getSearch()
                .setMode(mode);
    }

    private static OperationOutcome outcome(List<String> ignored) {
        var outcome = new OperationOutcome();
        ignored.forEach(name -> outcome.addIssue()
                .setSeverity(IssueSeverity.WARNING)
                .setCode(IssueType.NOTSUPPORTED)
                .setDiagnostics("The parameter " + name + " was left out: this search does not know it"));
        return outcome;
    }
}
