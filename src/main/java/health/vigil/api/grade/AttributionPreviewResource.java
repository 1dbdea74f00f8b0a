package health.vigil.api.grade;

import health.vigil.access.Roles;
import health.vigil.api.NumbersView;
import health.vigil.api.Request;
import health.vigil.api.Visibility;
import health.vigil.history.Episode;
import health.vigil.json.Violation;
import health.vigil.observation.PatientId;
import health.vigil.problem.Problem;
import health.vigil.problem.ProblemException;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.GradeQueries;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// Tells a physician what an attribution would change, before it is signed.
@Path("/v1/patients/{patientId}/attributions/preview")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.PHYSICIAN)
@Tag(name = "Grades")
class AttributionPreviewResource {
    private final GradeQueries grades;
    private final Visibility visible;

    AttributionPreviewResource(GradeQueries grades, Visibility visible) {
        this.grades = grades;
        this.visible = visible;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Tell what an attribution would change in the grades, without signing it",
            description = "Nothing is stored. 409 while automatic grading fails for the patient, 422 for a from or an"
                    + " effectiveAt that belongs to another episode.")
    @RequestBodySchema(AttributionPreviewRequest.class)
    public AttributionPreviewView preview(@RestPath String patientId, byte[] body) {
        visible.patient(patientId);
        var request = Request.read(Request.neededObject(body), AttributionPreviewRequest::read);
        var patient = new PatientId(patientId);
        var found = grades.preview(
                        patient,
                        request.attribution(),
                        request.effectiveAt(),
                        episode -> check(patientId, request, episode))
                .orElseThrow(() -> ProblemException.notFound("There is no such patient"));
        return AttributionPreviewView.of(NumbersView.of(patient, found.episode().numbers()), found);
    }

    private void check(String patientId, AttributionPreviewRequest request, Episode episode) {
        visible.requireStay(patientId, episode.ward(), episode.patient());
        episode.gradingUnavailable().ifPresent(reason -> {
            throw ProblemException.conflict("Automatic grading fails for this patient: " + reason);
        });
        requireIn(episode, "from", request.from());
        request.effectiveAt().ifPresent(at -> requireIn(episode, "effectiveAt", at));
    }

    /// An attribution counts in every episode that owns its time or its beginning, and only the current one is
    /// told.
    private static void requireIn(Episode episode, String field, Instant at) {
        if (!episode.owns(at)) {
            throw new ProblemException(Problem.of(422, "Only the current episode can be told")
                    .with(List.of(new Violation(field, "belongs to another episode of this patient"))));
        }
    }
}
