package health.vigil.api.observation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.access.Roles;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// What became of an observation. An id may hold anything, slashes too.
@Path("/v1/observations/{id: .+}")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Observations")
class ObservationResource {
    private final ObservationArchive archive;

    ObservationResource(ObservationArchive archive) {
        this.archive = archive;
    }

    @GET
    @Operation(
            summary = "What became of an observation",
            description = "404 until the monitor has dealt with it; once it answers, the patient's grade reflects it.")
    public ObjectNode observation(@RestPath String id) {
        return archive.find(id);
    }
}
