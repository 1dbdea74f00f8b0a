package health.vigil.patient.episode;

import health.vigil.access.Roles;
import health.vigil.api.Request;
import health.vigil.api.Visibility;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// The time in which a patient is watched at home.
@Path("/v1/episodes/{id}/outpatient")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Episodes")
class OutpatientResource {
    private final OutpatientPhase phase;
    private final EpisodeList list;
    private final DischargeWarnings warnings;
    private final Visibility visible;

    OutpatientResource(OutpatientPhase phase, EpisodeList list, DischargeWarnings warnings, Visibility visible) {
        this.phase = phase;
        this.list = list;
        this.warnings = warnings;
        this.visible = visible;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Watch a patient at home",
            description = "The episode stays active. The patient moves to the ward of the outpatient coordinators, and"
                    + " the checks are those of outpatients. `warnings` names the open lines of the list before going"
                    + " home. 409 if the episode has ended, or the patient is watched at home already.")
    @RequestBodySchema(OutpatientRequest.class)
    public EpisodeView begin(@RestPath String id, byte[] body) {
        var episode = visible.episodeToChange(id);
        var request = Request.read(Request.withoutNulls(Request.object(body)), OutpatientRequest::read);
        var open = request.at().isAfter(episode.infusedAt)
                ? warnings.of(episode, new Discharge(request.at(), request.note()))
                : List.<String>of();
        return list.sentHome(phase.begin(episode.id, request), open);
    }

    @DELETE
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "End the watch at home: the patient is an inpatient again",
            description = "Needs a reason. 409 if the patient is not watched at home.")
    @RequestBodySchema(ReversalRequest.class)
    public EpisodeView end(@RestPath String id, byte[] body) {
        var episode = visible.episodeToChange(id);
        return list.view(phase.end(episode.id, Request.read(body, ReversalRequest::read)));
    }
}
