package health.vigil.patient.journey;

import health.vigil.access.Roles;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Query;
import health.vigil.api.Request;
import health.vigil.journey.JourneyPolicy;
import health.vigil.patient.journey.JourneyReader.ReadJourney;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.Observations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// One journey, and what happens to it.
@Path("/v1/journeys/{id}")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Journeys")
class SingleJourneyResource {
    private final JourneyAccess access;
    private final JourneyWrites writes;
    private final InfusionRecording infusions;
    private final JourneyList list;
    private final JourneyPolicy policy;
    private final Query query;

    SingleJourneyResource(
            JourneyAccess access,
            JourneyWrites writes,
            InfusionRecording infusions,
            JourneyList list,
            JourneyPolicy policy,
            Query query) {
        this.access = access;
        this.writes = writes;
        this.infusions = infusions;
        this.list = list;
        this.policy = policy;
        this.query = query;
    }

    @GET
    @Operation(
            summary = "Read a journey",
            description = "With its checks, readiness list, custody and intervals. None of it is an alert.")
    @Parameter(name = "knownAt", in = ParameterIn.QUERY, description = "Knowledge time. Default: now.")
    public JourneyView journey(@RestPath String id) {
        var known = query.time("knownAt");
        var journey = access.journey(id);
        return JourneyView.of(
                list.one(journey, known.orElse(Observations.EVER)), policy, known.orElseGet(MicrosecondClock::now));
    }

    @PATCH
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Change the facts of a journey, or take it to another state",
            description =
                    "`facts` is a JSON merge patch. A step back, a changed identifier and a changed outcome need a reason."
                            + " 409 for a step that is not possible.")
    @RequestBodySchema(JourneyPatch.class)
    public JourneyView change(@RestPath String id, byte[] body) {
        var journey = access.journey(id);
        return view(writes.change(journey, Request.read(Request.neededObject(body), JourneyPatch::read)));
    }

    @POST
    @Path("/custody")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COORDINATOR, Roles.NURSE, Roles.PHYSICIAN, Roles.INTEGRATION})
    @Operation(
            summary = "Record an event in the custody of the cells or the product",
            description = "With `corrects` and a reason it takes the place of an event that was recorded wrongly.")
    @RequestBodySchema(CustodyRequest.class)
    public RestResponse<JourneyRowView> custody(@RestPath String id, byte[] body) {
        var recorded = writes.custody(access.journey(id), body);
        return RestResponse.status(RestResponse.Status.CREATED, list.row(recorded, policy, MicrosecondClock.now()));
    }

    @POST
    @Path("/identity")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})
    @Operation(
            summary = "Record what a user read at the bed",
            description = "J-1 needs two users. A reading that differs is recorded, too, and stops the infusion.")
    @RequestBodySchema(IdentityRequest.class)
    public RestResponse<JourneyView> identity(@RestPath String id, byte[] body) {
        return created(writes.identity(access.journey(id), body));
    }

    @POST
    @Path("/readiness")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Answer an item of the readiness list")
    @RequestBodySchema(ReadinessRequest.class)
    public RestResponse<JourneyView> readiness(@RestPath String id, byte[] body) {
        return created(writes.answer(access.journey(id), body));
    }

    @POST
    @Path("/overrides")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PHYSICIAN)
    @Operation(
            summary = "Go on although an item of the readiness list is not met",
            description =
                    "Needs a reason, which is shown for ever. A check is never overridden. 409 for an item that is met.")
    @RequestBodySchema(OverrideRequest.class)
    public RestResponse<JourneyView> override(@RestPath String id, byte[] body) {
        return created(writes.override(access.journey(id), body));
    }

    @POST
    @Path("/infusion")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})
    @Operation(
            summary = "Record the infusion, and open the episode",
            description =
                    "`Location` names the episode. A record joins the episode of a patient who was admitted with the same"
                            + " infusion before. 409 with the reasons if a check, the readiness list or another active"
                            + " episode stops it; then nothing is recorded. The premedication is charted.")
    @RequestBodySchema(InfusionRequest.class)
    public RestResponse<JourneyView> infusion(@RestPath String id, byte[] body, UriInfo uri) {
        var episode = infusions.infuse(access.journey(id), body);
        return RestResponse.ResponseBuilder.<JourneyView>created(
                        uri.getBaseUriBuilder().path("v1/episodes/{id}").build(episode.id))
                .entity(view(list.one(access.journey(id), Observations.EVER)))
                .build();
    }

    private RestResponse<JourneyView> created(ReadJourney journey) {
        return RestResponse.status(RestResponse.Status.CREATED, view(journey));
    }

    private JourneyView view(ReadJourney journey) {
        return JourneyView.of(journey, policy, MicrosecondClock.now());
    }
}
