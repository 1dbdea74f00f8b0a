package health.vigil.patient.journey;

import health.vigil.access.Roles;
import health.vigil.api.Items;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Query;
import health.vigil.audit.AuditTrail;
import health.vigil.journey.JourneyPolicy;
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

/// Begins journeys, and lists them.
@Path("/v1/journeys")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Journeys")
class JourneyResource {
    private final JourneyWrites writes;
    private final JourneyList list;
    private final JourneyPolicy policy;
    private final Query query;
    private final AuditTrail trail;
    private final JourneyFaults faults;

    JourneyResource(
            JourneyWrites writes,
            JourneyList list,
            JourneyPolicy policy,
            Query query,
            AuditTrail trail,
            JourneyFaults faults) {
        this.writes = writes;
        this.list = list;
        this.policy = policy;
        this.query = query;
        this.trail = trail;
        this.faults = faults;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Begin a journey", description = "It begins as `referred`, before there is an episode.")
    @RequestBodySchema(JourneyRequest.class)
    public RestResponse<JourneyView> begin(byte[] body, UriInfo uri) {
        var journey = writes.begin(body);
        return RestResponse.ResponseBuilder.<JourneyView>created(uri.getAbsolutePathBuilder()
                        .path("{id}")
                        .build(journey.stored().id()))
                .entity(JourneyView.of(journey, policy, MicrosecondClock.now()))
                .build();
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.NURSE, Roles.PHYSICIAN, Roles.INTEGRATION})
    @Operation(
            summary = "Read the waiting list, soonest next step first",
            description = "The journeys that are not over; all of one patient or product if the query names it."
                    + " Another system must name the product (`coiId`). No row is an alert. A journey that cannot be"
                    + " read has a row with `unreadable`.")
    @Parameter(name = "state", in = ParameterIn.QUERY)
    @Parameter(name = "ward", in = ParameterIn.QUERY)
    @Parameter(name = "patientId", in = ParameterIn.QUERY)
    @Parameter(name = "coiId", in = ParameterIn.QUERY)
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    public RestResponse<Items<JourneyRowView>> list() {
        var paging = query.paging();
        var page = list.page(query, paging);
        var now = MicrosecondClock.now();
        var shown = page.stream().limit(paging.limit()).toList();
        faults.report(shown);
        trail.shows(shown.stream().map(journey -> journey.stored().patient().value()));
        return paging.answer(page, JourneyList::cursor, journey -> list.row(journey, policy, now));
    }
}
