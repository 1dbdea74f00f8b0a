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

/// Who made a resource, and from what.
@Path("/fhir/r4")
@ServedBy(ServiceRole.SERVE)
@Produces({FhirAnswers.FHIR_JSON, MediaType.APPLICATION_JSON})
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.INTEGRATION, Roles.REGISTRY})
@Tag(name = "FHIR")
class FhirProvenanceResource {
    private final ProvenanceSearch origins;
    private final FhirAnswers answers;

    FhirProvenanceResource(ProvenanceSearch origins, FhirAnswers answers) {
        this.origins = origins;
        this.answers = answers;
    }

    @GET
    @Path("Provenance/{id}")
    @Operation(summary = "Read who made a resource, as a Provenance")
    public RestResponse<String> read(@RestPath String id, UriInfo uri, HttpHeaders headers) {
        SearchRequest.checkRead(uri, headers);
        return FhirAnswers.read(origins.one(id));
    }

    @GET
    @Path("Provenance")
    @Operation(summary = "Find who made resources, as Provenances")
    public RestResponse<String> search(UriInfo uri, HttpHeaders headers) {
        return answer(SearchRequest.get(uri, headers));
    }

    @POST
    @Path("Provenance/_search")
    @Operation(summary = "Find who made resources, as Provenances, with the parameters in a form")
    public RestResponse<String> searchByForm(UriInfo uri, HttpHeaders headers, byte[] form) {
        return answer(SearchRequest.post(uri, headers, form));
    }

    private RestResponse<String> answer(SearchRequest request) {
        var ignored = request.check(ProvenanceSearch.PARAMETERS);
        return answers.page(request, origins.page(request), ignored, List.of());
    }
}
