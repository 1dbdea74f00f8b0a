package health.vigil.api.fhir;

import health.vigil.access.Roles;
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
    private static final String TYPE = "MedicationAdministration";

    private final AdministrationSearch administrations;
    private final StatementAnswers statements;
    private final FhirAnswers answers;

    FhirAdministrationResource(AdministrationSearch administrations, StatementAnswers statements, FhirAnswers answers) {
        this.administrations = administrations;
        this.statements = statements;
        this.answers = answers;
    }

    @GET
    @Path("MedicationAdministration/{id}")
    @RunOnVirtualThread
    @Operation(summary = "Read a dose or an infusion as a MedicationAdministration")
    public RestResponse<String> read(@RestPath String id, UriInfo uri, HttpHeaders headers) {
        return statements.read(TYPE, id, uri, headers, () -> administrations.one(id));
    }

    @GET
    @Path("MedicationAdministration/{id}/_history/{version}")
    @RunOnVirtualThread
    @Operation(summary = "Read a version of a MedicationAdministration of another system")
    public RestResponse<String> version(
            @RestPath String id, @RestPath String version, UriInfo uri, HttpHeaders headers) {
        return statements.version(TYPE, id, version, uri, headers);
    }

    @GET
    @Path("MedicationAdministration/{id}/_history")
    @RunOnVirtualThread
    @Operation(summary = "Read the versions of a MedicationAdministration of another system")
    public RestResponse<String> history(@RestPath String id, UriInfo uri, HttpHeaders headers) {
        return statements.history(TYPE, id, uri, headers);
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
