package health.vigil.patient.episode;

import health.vigil.access.Roles;
import health.vigil.api.Cursor;
import health.vigil.api.Items;
import health.vigil.api.Query;
import health.vigil.audit.AuditTrail;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// Admission, and the list of episodes.
@Path("/v1/episodes")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Episodes")
class EpisodeResource {
    private final Admissions admissions;
    private final EpisodeList list;
    private final Query query;
    private final AuditTrail trail;

    EpisodeResource(Admissions admissions, EpisodeList list, Query query, AuditTrail trail) {
        this.admissions = admissions;
        this.list = list;
        this.query = query;
        this.trail = trail;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Admit a patient",
            description = "409 if the patient has an active episode, or another episode with the same infusedAt.")
    @RequestBodySchema(Admission.class)
    public RestResponse<EpisodeView> admit(byte[] body, UriInfo uri) {
        var episode = list.warning(admissions.admit(body));
        return RestResponse.ResponseBuilder.<EpisodeView>created(
                        uri.getAbsolutePathBuilder().path("{id}").build(episode.id()))
                .entity(episode)
                .build();
    }

    @GET
    @Operation(summary = "List episodes, latest infusion first")
    @Parameter(name = "ward", in = ParameterIn.QUERY)
    @Parameter(name = "status", in = ParameterIn.QUERY)
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    public RestResponse<Items<EpisodeView>> list() {
        var paging = query.paging();
        var page = list.page(query.text("ward"), query.word("status", Status.class), paging);
        trail.shows(page.stream().map(EpisodeView::patientId));
        return paging.answer(
                page, view -> new Cursor(view.infusedAt(), view.id().toString()));
    }
}
