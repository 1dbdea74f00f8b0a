package health.vigil.api.fhir;

import health.vigil.access.Roles;
import health.vigil.fhirview.CodeSystems;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hl7.fhir.r4.model.CodeSystem;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// The code systems that Vigil defines.
@Path("/fhir/r4")
@ServedBy(ServiceRole.SERVE)
@Produces({FhirAnswers.FHIR_JSON, MediaType.APPLICATION_JSON})
@RolesAllowed({
    Roles.DEVICE,
    Roles.NURSE,
    Roles.PHYSICIAN,
    Roles.DASHBOARD,
    Roles.INTEGRATION,
    Roles.ADMIN,
    Roles.REGISTRY
})
@Tag(name = "FHIR")
class FhirCodeSystemResource {
    private static final String URL = "url";

    private final FhirAnswers answers;

    FhirCodeSystemResource(FhirAnswers answers) {
        this.answers = answers;
    }

    @GET
    @Path("CodeSystem/{id}")
    @Operation(summary = "Read a code system")
    public RestResponse<String> read(@RestPath String id, UriInfo uri, HttpHeaders headers) {
        SearchRequest.checkRead(uri, headers);
        return FhirAnswers.read(CodeSystems.ofId(id));
    }

    @GET
    @Path("CodeSystem")
    @Operation(summary = "Find code systems")
    public RestResponse<String> search(UriInfo uri, HttpHeaders headers) {
        var request = SearchRequest.get(uri, headers);
        var ignored = request.check(Set.of(URL, "_id"));
        var url = request.one(URL);
        var ids = request.ids();
        List<CodeSystem> found = CodeSystems.all().stream()
                .filter(system -> url.map(system.getUrl()::equals).orElse(true))
                .filter(system ->
                        ids.map(all -> all.contains(system.getIdPart())).orElse(true))
                .toList();
        return answers.ofNobody(request, found, ignored);
    }
}
