package health.vigil.api.fhir;

import health.vigil.access.Roles;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// Patients, and everything about one.
@Path("/fhir/r4")
@ServedBy(ServiceRole.SERVE)
@Produces({FhirAnswers.FHIR_JSON, MediaType.APPLICATION_JSON})
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.DASHBOARD, Roles.REGISTRY})
@Tag(name = "FHIR")
class FhirPatientResource {
    private final EpisodeSearch episodes;
    private final PatientEverything everything;
    private final FhirAnswers answers;

    FhirPatientResource(EpisodeSearch episodes, PatientEverything everything, FhirAnswers answers) {
        this.episodes = episodes;
        this.everything = everything;
        this.answers = answers;
    }

    @GET
    @Path("Patient/{id}")
    @Operation(summary = "Read a patient")
    public RestResponse<String> read(@RestPath String id, UriInfo uri, HttpHeaders headers) {
        SearchRequest.checkRead(uri, headers);
        return FhirAnswers.one(episodes.patient(id));
    }

    @GET
    @Path("Patient")
    @Operation(summary = "Find patients")
    public RestResponse<String> search(UriInfo uri, HttpHeaders headers) {
        return answer(SearchRequest.get(uri, headers));
    }

    @POST
    @Path("Patient/_search")
    @Operation(summary = "Find patients, with the parameters in a form")
    public RestResponse<String> searchByForm(UriInfo uri, HttpHeaders headers, byte[] form) {
        return answer(SearchRequest.post(uri, headers, form));
    }

    @GET
    @Path("Patient/{id}/$everything")
    @RolesAllowed(Roles.PHYSICIAN)
    @Operation(summary = "Read everything about one patient, page by page")
    public RestResponse<String> everything(@RestPath String id, UriInfo uri, HttpHeaders headers) {
        var request = SearchRequest.get(uri, headers);
        var ignored = request.check(PatientEverything.PARAMETERS);
        return answers.page(request, everything.page(id, request), ignored, List.of());
    }

    private RestResponse<String> answer(SearchRequest request) {
        var ignored = request.check(EpisodeSearch.OF_PATIENTS);
        return answers.page(request, episodes.patients(request), ignored, List.of());
    }
}
