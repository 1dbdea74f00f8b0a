package health.vigil.api.grade;

import health.vigil.access.Roles;
import health.vigil.api.NumbersView;
import health.vigil.api.Request;
import health.vigil.api.Visibility;
import health.vigil.observation.PatientId;
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
            description = "Nothing is stored. 409 while automatic grading fails for the patient.")
    @RequestBodySchema(AttributionPreviewRequest.class)
    public AttributionPreviewView preview(@RestPath String patientId, byte[] body) {
        visible.patientToChange(patientId);
        var request = Request.read(Request.neededObject(body), AttributionPreviewRequest::read);
        var patient = new PatientId(patientId);
        var found = grades.preview(patient, request.attribution(), request.effectiveAt())
                .orElseThrow(() -> ProblemException.notFound("There is no such patient"));
        var episode = found.episode();
        visible.requireStay(patientId, episode.ward(), episode.patient());
        episode.gradingUnavailable().ifPresent(reason -> {
            throw ProblemException.conflict("Automatic grading fails for this patient: " + reason);
        });
        return AttributionPreviewView.of(NumbersView.of(patient, episode.numbers()), found);
    }
}
