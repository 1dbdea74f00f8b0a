package health.vigil.api.protocol;

import health.vigil.access.CurrentUser;
import health.vigil.access.Roles;
import health.vigil.api.Query;
import health.vigil.api.Request;
import health.vigil.api.Visibility;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.protocol.ProtocolTable;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.HospitalSettings;
import health.vigil.store.ProtocolQueries;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// Shows the rows of the hospital's own protocol that fit a patient, and takes the answers to them.
@Path("/v1/patients/{patientId}/prompts")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Protocol")
class PromptResource {
    private final ProtocolQueries protocol;
    private final PromptAnswers answers;
    private final ProtocolTable table;
    private final HospitalSettings hospital;
    private final Visibility visible;
    private final CurrentUser user;
    private final Query query;

    PromptResource(
            ProtocolQueries protocol,
            PromptAnswers answers,
            ProtocolTable table,
            HospitalSettings hospital,
            Visibility visible,
            CurrentUser user,
            Query query) {
        this.protocol = protocol;
        this.answers = answers;
        this.table = table;
        this.hospital = hospital;
        this.visible = visible;
        this.user = user;
        this.query = query;
    }

    @GET
    @Operation(
            summary = "Read what the hospital's own protocol says about a patient now",
            description = "The rows that fit, in the hospital's words. None of them is an alert or an order.")
    @Parameter(name = "at", in = ParameterIn.QUERY, description = "Clinical time. Default: now.")
    @Parameter(name = "knownAt", in = ParameterIn.QUERY, description = "Knowledge time. Default: now.")
    public PromptsView prompts(@RestPath String patientId) {
        var at = query.time("at");
        var knownAt = query.time("knownAt");
        visible.patientToRead(patientId);
        at.ifPresent(instant -> visible.require(patientId, instant));
        var asked = new PatientId(patientId);
        var found = protocol.of(asked, at, knownAt)
                .orElseThrow(() -> ProblemException.notFound("There is no such patient"));
        visible.requireStay(patientId, found.episode().ward(), found.episode().patient());
        return PromptsView.of(asked, found, table, new PromptReader(user.role(), hospital.timeZone()));
    }

    @POST
    @Path("/{instance}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Answer a row of the hospital's protocol",
            description =
                    "404 if the row does not fit any more, or has begun to fit anew. 409 if the episode has ended.")
    @RequestBodySchema(AnswerRequest.class)
    public PromptView answer(@RestPath String patientId, @RestPath String instance, byte[] body) {
        var episode = visible.patientToChange(patientId);
        var request = Request.read(Request.withoutNulls(Request.object(body)), AnswerRequest::read);
        return answers.answer(episode, new PatientId(patientId), Visibility.uuid(instance), request);
    }
}
