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

/// Stays that registration systems report.
@Path("/fhir/r4")
@ServedBy(ServiceRole.SERVE)
@Produces({FhirAnswers.FHIR_JSON, MediaType.APPLICATION_JSON})
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.INTEGRATION, Roles.REGISTRY})
@Tag(name = "FHIR")
class FhirEncounterResource {
    private final EncounterSearch encounters;
    private final FhirAnswers answers;

    FhirEncounterResource(EncounterSearch encounters, FhirAnswers answers) {
        this.encounters = encounters;
        this.answers = answers;
    }

    @GET
    @Path("Encounter/{id}")
    @Operation(summary = "Read a reported stay as an Encounter")
    public RestResponse<String> read(@RestPath String id, UriInfo uri, HttpHeaders headers) {
        SearchRequest.checkRead(uri, headers);
        return FhirAnswers.read(encounters.one(id));
    }

    @GET
    @Path("Encounter")
    @Operation(summary = "Find reported stays as Encounters")
    public RestResponse<String> search(UriInfo uri, HttpHeaders headers) {
        return answer(SearchRequest.get(uri, headers));
    }

    @POST
    @Path("Encounter/_search")
    @Operation(summary = "Find reported stays as Encounters, with the parameters in a form")
    public RestResponse<String> searchByForm(UriInfo uri, HttpHeaders headers, byte[] form) {
        return answer(SearchRequest.post(uri, headers, form));
    }

    private RestResponse<String> answer(SearchRequest request) {
        var ignored = request.check(EncounterSearch.PARAMETERS);
        return answers.page(request, encounters.page(request), ignored, List.of());
    }
}
