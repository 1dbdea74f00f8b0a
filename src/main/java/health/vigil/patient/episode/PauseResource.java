package health.vigil.patient.episode;

import health.vigil.access.Roles;
import health.vigil.api.Items;
import health.vigil.api.Request;
import health.vigil.api.Visibility;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// Pauses of checks: the patient refused, is asleep or is elsewhere.
@Path("/v1/episodes/{id}/pauses")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Episodes")
class PauseResource {
    private final Pauses pauses;
    private final Visibility visible;

    PauseResource(Pauses pauses, Visibility visible) {
        this.pauses = pauses;
        this.visible = visible;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Pause a check",
            description = "Needs a reason and an end within 24 h. 409 if the episode has ended.")
    @RequestBodySchema(PauseRequest.class)
    public RestResponse<PauseView> pause(@RestPath String id, byte[] body, UriInfo uri) {
        var episode = visible.episodeToChange(id);
        var pause = pauses.pause(episode, Request.read(Request.withoutNulls(Request.object(body)), PauseRequest::read));
        return RestResponse.ResponseBuilder.<PauseView>created(
                        uri.getAbsolutePathBuilder().path("{pause}").build(pause.id()))
                .entity(pause)
                .build();
    }

    @GET
    @Operation(summary = "List the pauses of an episode, newest first")
    public Items<PauseView> list(@RestPath String id) {
        return new Items<>(pauses.of(visible.episode(id)));
    }

    @DELETE
    @Path("/{pause}")
    @Operation(summary = "End a pause before its time")
    public void end(@RestPath String id, @RestPath String pause) {
        pauses.end(visible.episodeToChange(id), Visibility.uuid(pause).orElseThrow(Pauses::missing));
    }
}
