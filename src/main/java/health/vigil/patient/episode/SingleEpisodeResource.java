package health.vigil.patient.episode;

import health.vigil.access.CurrentUser;
import health.vigil.access.Roles;
import health.vigil.api.Request;
import health.vigil.api.Visibility;
import health.vigil.history.FurtherInfusion;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.stream.FactsJson;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// One episode, and what happens to it after the admission.
@Path("/v1/episodes/{id}")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Episodes")
class SingleEpisodeResource {
    private final EpisodeChanges changes;
    private final EpisodeReversals reversals;
    private final EpisodeList list;
    private final DischargeWarnings warnings;
    private final Visibility visible;
    private final CurrentUser user;

    SingleEpisodeResource(
            EpisodeChanges changes,
            EpisodeReversals reversals,
            EpisodeList list,
            DischargeWarnings warnings,
            Visibility visible,
            CurrentUser user) {
        this.changes = changes;
        this.reversals = reversals;
        this.list = list;
        this.warnings = warnings;
        this.visible = visible;
        this.user = user;
    }

    @GET
    @Operation(summary = "Read an episode")
    public EpisodeView episode(@RestPath String id) {
        return list.full(visible.episode(id));
    }

    @PATCH
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Move a patient, or correct the baseline or the admission",
            description =
                    "A JSON merge patch of ward, bed, baseline, name, birthDate, sex, weight, product and infusedAt. All"
                            + " but the first three need a reason. The response comes once the grade reflects the change.")
    @RequestBodySchema(EpisodePatch.class)
    public EpisodeView change(@RestPath String id, byte[] body) {
        var episode = visible.episodeToChange(id);
        var change = Request.read(EpisodePatch.spelledOut(Request.neededObject(body)), EpisodePatch::read);
        var changed = changes.change(episode.id, change, user.username());
        return change.moves() ? list.moved(changed) : list.view(changed);
    }

    @POST
    @Path("/discharge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "End the monitoring period",
            description = "`warnings` names the open lines of the list before going home, and that the `note` with a"
                    + " reason for them is missing. 409 if the episode has ended.")
    @RequestBodySchema(Discharge.class)
    public EpisodeView discharge(@RestPath String id, byte[] body) {
        var episode = visible.episodeToChange(id);
        var discharge = Request.read(Request.withoutNulls(Request.object(body)), Discharge::read);
        var open = warnings.of(episode, discharge);
        return list.discharged(changes.discharge(episode.id, discharge), open);
    }

    @DELETE
    @Path("/discharge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Undo a discharge",
            description = "Needs a reason. `warnings` names the devices that must be bound again."
                    + " 409 if the episode has not ended, or another one has begun since.")
    @RequestBodySchema(ReversalRequest.class)
    public EpisodeView undoDischarge(@RestPath String id, byte[] body) {
        var episode = visible.episodeToChange(id);
        var endedAt = Optional.ofNullable(episode.endedAt);
        return list.readmitted(reversals.undoDischarge(episode.id, Request.read(body, ReversalRequest::read)), endedAt);
    }

    @POST
    @Path("/void")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PHYSICIAN)
    @Operation(
            summary = "Void an admission made in error",
            description = "Needs a reason. Afterwards the episode holds no observations. 409 if it is voided already.")
    @RequestBodySchema(ReversalRequest.class)
    public EpisodeView voidAdmission(@RestPath String id, byte[] body) {
        var episode = visible.episodeToChange(id);
        return list.view(
                reversals.voidAdmission(episode.id, Request.read(body, ReversalRequest::read), user.username()));
    }

    @POST
    @Path("/infusions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Record a further infusion of a split dose",
            description = "The response comes once the grade reflects it. 409 if it is not after the first infusion, or"
                    + " is recorded already.")
    @RequestBodySchema(FurtherInfusion.class)
    public RestResponse<EpisodeView> infusion(@RestPath String id, byte[] body, UriInfo uri) {
        var episode = visible.episodeToChange(id);
        var infusion = Request.read(Request.withoutNulls(Request.object(body)), FactsJson::infusion);
        var changed = list.view(changes.infused(episode.id, infusion, user.username()));
        return RestResponse.ResponseBuilder.<EpisodeView>created(
                        uri.getBaseUriBuilder().path("v1/episodes/{id}").build(episode.id))
                .entity(changed)
                .build();
    }
}
