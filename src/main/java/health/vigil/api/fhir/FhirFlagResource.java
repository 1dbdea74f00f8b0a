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

/// The alerts that a reader of the chart has to know of.
@Path("/fhir/r4")
@ServedBy(ServiceRole.SERVE)
@Produces({FhirAnswers.FHIR_JSON, MediaType.APPLICATION_JSON})
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.DASHBOARD, Roles.REGISTRY})
@Tag(name = "FHIR")
class FhirFlagResource {
    private final FhirAlertSearch alerts;
    private final FhirAnswers answers;

    FhirFlagResource(FhirAlertSearch alerts, FhirAnswers answers) {
        this.alerts = alerts;
        this.answers = answers;
    }

    @GET
    @Path("Flag/{id}")
    @Operation(summary = "Read an alert as a Flag")
    public RestResponse<String> read(@RestPath String id, UriInfo uri, HttpHeaders headers) {
        SearchRequest.checkRead(uri, headers);
        return FhirAnswers.read(alerts.flag(id));
    }

    @GET
    @Path("Flag")
    @Operation(summary = "Find alerts as Flags")
    public RestResponse<String> search(UriInfo uri, HttpHeaders headers) {
        return answer(SearchRequest.get(uri, headers));
    }

    @POST
    @Path("Flag/_search")
    @Operation(summary = "Find alerts as Flags, with the parameters in a form")
    public RestResponse<String> searchByForm(UriInfo uri, HttpHeaders headers, byte[] form) {
        return answer(SearchRequest.post(uri, headers, form));
    }

    private RestResponse<String> answer(SearchRequest request) {
        var ignored = request.check(FhirAlertSearch.OF_FLAGS);
        return answers.page(request, alerts.flags(request), ignored, List.of());
    }
}
