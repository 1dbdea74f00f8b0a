package health.vigil.api.fhir;

import health.vigil.access.Roles;
import health.vigil.fhirview.SoftwareDevice;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// This software, which makes the grades.
@Path("/fhir/r4")
@ServedBy(ServiceRole.SERVE)
@Produces({FhirAnswers.FHIR_JSON, MediaType.APPLICATION_JSON})
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.DASHBOARD, Roles.INTEGRATION, Roles.ADMIN, Roles.REGISTRY})
@Tag(name = "FHIR")
class FhirDeviceResource {
    private final String version;

    FhirDeviceResource(@ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String version) {
        this.version = version;
    }

    @GET
    @Path("Device/{id}")
    @Operation(summary = "Read the software as a Device")
    public RestResponse<String> read(@RestPath String id, UriInfo uri, HttpHeaders headers) {
        SearchRequest.checkRead(uri, headers);
        return FhirAnswers.read(Optional.of(SoftwareDevice.of(version))
                .filter(device -> device.getIdPart().equals(id)));
    }
}
