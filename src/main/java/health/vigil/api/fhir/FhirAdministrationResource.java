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

/// Doses and infusions of drugs.
@Path("/fhir/r4")
@ServedBy(ServiceRole.SERVE)
@Produces({FhirAnswers.FHIR_JSON, MediaType.APPLICATION_JSON})
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.INTEGRATION, Roles.REGISTRY})
@Tag(name = "FHIR")
class FhirAdministrationResource {
    private final AdministrationSearch administrations;
    private final FhirAnswers answers;

    FhirAdministrationResource(AdministrationSearch administrations, FhirAnswers answers) {
        this.administrations = administrations;
        this.answers = answers;
    }

    @GET
    @Path("MedicationAdministration/{id}")
    @Operation(summary = "Read a dose or an infusion as a MedicationAdministration")
    public RestResponse<String> read(@RestPath String id, UriInfo uri, HttpHeaders headers) {
        SearchRequest.checkRead(uri, headers);
        return FhirAnswers.read(administrations.one(id));
    }

    @GET
    @Path("MedicationAdministration")
    @Operation(summary = "Find doses and infusions as MedicationAdministrations")
    public RestResponse<String> search(UriInfo uri, HttpHeaders headers) {
        return answer(SearchRequest.get(uri, headers));
    }

    @POST
    @Path("MedicationAdministration/_search")
    @Operation(summary = "Find doses and infusions as MedicationAdministrations, with the parameters in a form")
    public RestResponse<String> searchByForm(UriInfo uri, HttpHeaders headers, byte[] form) {
        return answer(SearchRequest.post(uri, headers, form));
    }

    private RestResponse<String> answer(SearchRequest request) {
        var ignored = request.check(AdministrationSearch.PARAMETERS);
        return answers.page(request, administrations.page(request), ignored, List.of());
    }
}
