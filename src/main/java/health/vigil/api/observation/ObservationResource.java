package health.vigil.api.observation;

import health.vigil.access.Roles;
import health.vigil.api.Query;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// Reads an observation and its state. An id may contain any character, even slashes.
@Path("/v1/observations/{id: .+}")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Observations")
class ObservationResource {
    private final ObservationArchive archive;
    private final Query query;

    ObservationResource(ObservationArchive archive, Query query) {
        this.archive = archive;
        this.query = query;
    }

    @GET
    @Operation(
            summary = "Read an observation and its state",
            description = "404 until the monitor has processed it. From then on the patient's grade reflects it.")
    @Parameter(
            name = "sender",
            in = ParameterIn.QUERY,
            description = "The observation's sender. Default: your own observation, or else the only one, or else 409"
                    + " with `senders`.")
    public ObservationView observation(@RestPath String id) {
        return archive.find(id, query.text("sender"));
    }
}
