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

/// Infusions of cells.
@Path("/fhir/r4")
@ServedBy(ServiceRole.SERVE)
@Produces({FhirAnswers.FHIR_JSON, MediaType.APPLICATION_JSON})
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.REGISTRY})
@Tag(name = "FHIR")
class FhirProcedureResource {
    private final InfusionSearch infusions;
    private final FhirAnswers answers;

    FhirProcedureResource(InfusionSearch infusions, FhirAnswers answers) {
        this.infusions = infusions;
        this.answers = answers;
    }

    @GET
    @Path("Procedure/{id}")
    @Operation(summary = "Read an infusion of cells as a Procedure")
    public RestResponse<String> read(@RestPath String id, UriInfo uri, HttpHeaders headers) {
        SearchRequest.checkRead(uri, headers);
        return FhirAnswers.read(infusions.one(id));
    }

    @GET
    @Path("Procedure")
    @Operation(summary = "Find infusions of cells as Procedures")
    public RestResponse<String> search(UriInfo uri, HttpHeaders headers) {
        return answer(SearchRequest.get(uri, headers));
    }

    @POST
    @Path("Procedure/_search")
    @Operation(summary = "Find infusions of cells as Procedures, with the parameters in a form")
    public RestResponse<String> searchByForm(UriInfo uri, HttpHeaders headers, byte[] form) {
        return answer(SearchRequest.post(uri, headers, form));
    }

    private RestResponse<String> answer(SearchRequest request) {
        var ignored = request.check(InfusionSearch.PARAMETERS);
        return answers.page(request, infusions.page(request), ignored, List.of());
    }
}
