package health.vigil.api.grade;

import health.vigil.access.Roles;
import health.vigil.api.Items;
import health.vigil.api.Query;
import health.vigil.api.Visibility;
import health.vigil.grading.scale.Scale;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// Reads a patient's grades and their history.
@Path("/v1/patients/{patientId}")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Grades")
class GradeResource {
    private final Grades grades;
    private final GradeHistory history;
    private final Visibility visible;
    private final Query query;

    GradeResource(Grades grades, GradeHistory history, Visibility visible, Query query) {
        this.grades = grades;
        this.history = history;
        this.visible = visible;
        this.query = query;
    }

    @GET
    @Path("/grade")
    @Operation(summary = "Read both grades with their reasons, at a clinical time and as known at a time")
    @Parameter(name = "at", in = ParameterIn.QUERY, description = "Clinical time. Default: now.")
    @Parameter(name = "knownAt", in = ParameterIn.QUERY, description = "Knowledge time. Default: now.")
    @Parameter(
            name = "scale",
            in = ParameterIn.QUERY,
            description = "Other scales of CRS to add: lee-2014, ctcae-v5, penn, separated by commas.")
    public GradeView grade(@RestPath String patientId) {
        var at = query.time("at");
        var knownAt = query.time("knownAt");
        var scales = query.words("scale", Scale.class);
        at.ifPresent(instant -> {
            visible.patientToRead(patientId);
            visible.require(patientId, instant);
        });
        return grades.view(patientId, at, knownAt, scales);
    }

    @GET
    @Path("/grades")
    @Operation(summary = "Read the recorded history of grades, oldest first, with amended grades")
    @Parameter(name = "from", in = ParameterIn.QUERY)
    @Parameter(name = "to", in = ParameterIn.QUERY)
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    public RestResponse<Items<GradeChangeView>> history(@RestPath String patientId) {
        var paging = query.paging();
        var span = query.span();
        var numbers = visible.numbers(patientId);
        return history.answer(numbers, span.within(visible.sight(patientId)), paging);
    }
}
