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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// The audit trail, for administrators.
@Path("/fhir/r4")
@ServedBy(ServiceRole.SERVE)
@Produces({FhirAnswers.FHIR_JSON, MediaType.APPLICATION_JSON})
@RolesAllowed(Roles.ADMIN)
@Tag(name = "FHIR")
class FhirAuditResource {
    private final AuditEventSearch events;
    private final FhirAnswers answers;

    FhirAuditResource(AuditEventSearch events, FhirAnswers answers) {
        this.events = events;
        this.answers = answers;
    }

    @GET
    @Path("AuditEvent/{id}")
    @Operation(summary = "Read an entry of the audit trail")
    public RestResponse<String> read(@RestPath String id, UriInfo uri, HttpHeaders headers) {
        SearchRequest.checkRead(uri, headers);
        return FhirAnswers.read(events.one(id));
    }

    @GET
    @Path("AuditEvent")
    @Operation(summary = "Find entries of the audit trail")
    public RestResponse<String> search(UriInfo uri, HttpHeaders headers) {
        return answer(SearchRequest.get(uri, headers));
    }

    @POST
    @Path("AuditEvent/_search")
    @Operation(summary = "Find entries of the audit trail, with the parameters in a form")
    public RestResponse<String> searchByForm(UriInfo uri, HttpHeaders headers, byte[] form) {
        return answer(SearchRequest.post(uri, headers, form));
    }

    private RestResponse<String> answer(SearchRequest request) {
        var ignored = request.check(AuditEventSearch.PARAMETERS);
        var page = events.page(request);
        return answers.ofNobody(request, page.events(), page.next(), ignored);
    }
}
