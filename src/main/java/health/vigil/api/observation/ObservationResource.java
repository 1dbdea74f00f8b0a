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

/// What became of an observation. An id may hold anything, slashes too.
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
            summary = "What became of an observation",
            description = "404 until the monitor has dealt with it; once it answers, the patient's grade reflects it.")
    @Parameter(
            name = "sender",
            in = ParameterIn.QUERY,
            description = "Whose it is. Where absent: your own, else the only one there is, else 409 with `senders`.")
    public ObservationView observation(@RestPath String id) {
        return archive.find(id, query.text("sender"));
    }
}
