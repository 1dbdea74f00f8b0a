package health.vigil.api.fhir;

import health.vigil.access.CurrentUser;
import health.vigil.access.FhirInteraction;
import health.vigil.access.Role;
import health.vigil.access.Roles;
import health.vigil.problem.ProblemException;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// What was charted, and the grades.
@Path("/fhir/r4")
@ServedBy(ServiceRole.SERVE)
@Produces({FhirAnswers.FHIR_JSON, MediaType.APPLICATION_JSON})
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.DASHBOARD, Roles.INTEGRATION, Roles.REGISTRY})
@Tag(name = "FHIR")
class FhirObservationResource {
    private static final String TYPE = "Observation";
    private static final Set<String> SUBJECTS = Set.of("Observation:subject", "Observation:patient");

    /// Those that {@link FhirPatientResource} allows.
    private static final Set<Role> READERS_OF_PATIENTS =
            Set.of(Role.NURSE, Role.PHYSICIAN, Role.DASHBOARD, Role.REGISTRY);

    private final ObservationSearch observations;
    private final StatementAnswers statements;
    private final EpisodeSearch episodes;
    private final ProvenanceSearch provenances;
    private final CurrentUser user;
    private final FhirAnswers answers;

    FhirObservationResource(
            ObservationSearch observations,
            StatementAnswers statements,
            EpisodeSearch episodes,
            ProvenanceSearch provenances,
            CurrentUser user,
            FhirAnswers answers) {
        this.observations = observations;
        this.statements = statements;
        this.episodes = episodes;
        this.provenances = provenances;
        this.user = user;
        this.answers = answers;
    }

    @GET
    @Path("Observation/{id}")
    @RunOnVirtualThread
    @Operation(summary = "Read an Observation")
    public RestResponse<String> read(@RestPath String id, UriInfo uri, HttpHeaders headers) {
        return statements.read(TYPE, id, uri, headers, () -> observations.one(id));
    }

    @GET
    @Path("Observation/{id}/_history/{version}")
    @RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.INTEGRATION, Roles.REGISTRY})
    @RunOnVirtualThread
    @Operation(summary = "Read a version of an Observation of another system")
    public RestResponse<String> version(
            @RestPath String id, @RestPath String version, UriInfo uri, HttpHeaders headers) {
        return statements.version(TYPE, id, version, uri, headers);
    }

    @GET
    @Path("Observation/{id}/_history")
    @RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.INTEGRATION, Roles.REGISTRY})
    @RunOnVirtualThread
    @Operation(summary = "Read the versions of an Observation of another system")
    public RestResponse<String> history(@RestPath String id, UriInfo uri, HttpHeaders headers) {
        return statements.history(TYPE, id, uri, headers);
    }

    @GET
    @Path("Observation")
    @Operation(summary = "Find Observations")
    public RestResponse<String> search(UriInfo uri, HttpHeaders headers) {
        return answer(SearchRequest.get(uri, headers));
    }

    @POST
    @Path("Observation/_search")
    @Operation(summary = "Find Observations, with the parameters in a form")
    public RestResponse<String> searchByForm(UriInfo uri, HttpHeaders headers, byte[] form) {
        return answer(SearchRequest.post(uri, headers, form));
    }

    private RestResponse<String> answer(SearchRequest request) {
        var ignored = request.check(ObservationSearch.PARAMETERS);
        var subjects = includesSubjects(request);
        var origins = includesOrigins(request);
        var page = observations.page(request);
        var included = new ArrayList<Resource>();
        if (subjects) {
            included.addAll(subjects(page));
        }
        if (origins) {
            included.addAll(provenances.ofObservations(page.found().stream()
                    .map(found -> (Observation) found.resource())
                    .toList()));
        }
        return answers.page(request, page, ignored, included);
    }

    private boolean includesSubjects(SearchRequest request) {
        var included = request.one("_include");
        included.filter(path -> !SUBJECTS.contains(path)).ifPresent(_ -> {
            throw ProblemException.invalid("_include", "must be Observation:subject");
        });
        if (included.isPresent() && !readsPatients()) {
            throw ProblemException.forbidden("This role, or the scopes of the token, may not read patients");
        }
        return included.isPresent();
    }

    private boolean includesOrigins(SearchRequest request) {
        var included = request.one("_revinclude");
        included.filter(path -> !path.equals("Provenance:target")).ifPresent(_ -> {
            throw ProblemException.invalid("_revinclude", "must be Provenance:target");
        });
        if (included.isPresent()
                && (user.role() == Role.DASHBOARD || !user.scopes().allow("Provenance", FhirInteraction.READ))) {
            throw ProblemException.forbidden("This role, or the scopes of the token, may not read Provenances");
        }
        return included.isPresent();
    }

    private boolean readsPatients() {
        return READERS_OF_PATIENTS.contains(user.role()) && user.scopes().allow("Patient", FhirInteraction.READ);
    }

    private List<Patient> subjects(FoundPage page) {
        return page.found().stream()
                .map(FoundResource::subject)
                .distinct()
                .map(subject -> episodes.patient(subject.value()))
                .toList();
    }
}
