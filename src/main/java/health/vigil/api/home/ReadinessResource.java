package health.vigil.api.home;

import health.vigil.access.Roles;
import health.vigil.api.Query;
import health.vigil.api.Request;
import health.vigil.api.Visibility;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.ReadinessQueries;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// Shows the list before a patient goes home, and takes the ticks of people.
@Path("/v1/patients/{patientId}/discharge-readiness")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Going home")
class ReadinessResource {
    private final ReadinessQueries lists;
    private final ReadinessTicks ticks;
    private final Visibility visible;
    private final Query query;

    ReadinessResource(ReadinessQueries lists, ReadinessTicks ticks, Visibility visible, Query query) {
        this.lists = lists;
        this.ticks = ticks;
        this.visible = visible;
        this.query = query;
    }

    @GET
    @Operation(
            summary = "Read which conditions for going home are met, and what the others lack",
            description = "A list, never a verdict. Nothing in it raises an alert or changes a grade.")
    @Parameter(name = "at", in = ParameterIn.QUERY, description = "Clinical time. Default: now.")
    @Parameter(name = "knownAt", in = ParameterIn.QUERY, description = "Knowledge time. Default: now.")
    public DischargeReadinessView readiness(@RestPath String patientId) {
        var at = query.time("at");
        var knownAt = query.time("knownAt");
        visible.patientToRead(patientId);
        at.ifPresent(instant -> visible.require(patientId, instant));
        return list(new PatientId(patientId), at, knownAt);
    }

    @POST
    @Path("/{line}/tick")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Tick a line of the list, or take the tick back",
            description = "404 for a line that only the record decides. 409 if the episode has ended.")
    @RequestBodySchema(TickRequest.class)
    public DischargeReadinessView tick(@RestPath String patientId, @RestPath String line, byte[] body) {
        var episode = visible.patientToChange(patientId);
        var request = Request.read(Request.withoutNulls(Request.object(body)), TickRequest::read);
        ticks.tick(episode, line, request);
        return list(new PatientId(patientId), Optional.empty(), Optional.empty());
    }

    private DischargeReadinessView list(PatientId patient, Optional<Instant> at, Optional<Instant> knownAt) {
        var found =
                lists.of(patient, at, knownAt).orElseThrow(() -> ProblemException.notFound("There is no such patient"));
        visible.requireStay(
                patient.value(), found.episode().ward(), found.episode().patient());
        return DischargeReadinessView.of(patient, found);
    }
}
