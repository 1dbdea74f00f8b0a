package health.vigil.api.context;

import health.vigil.access.Roles;
import health.vigil.api.Query;
import health.vigil.api.Visibility;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.ContextQueries;
import health.vigil.store.HospitalSettings;
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

/// Reads the scores and syndromes beside the grades.
@Path("/v1/patients/{patientId}/context")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Grades")
class ContextResource {
    private final ContextQueries contexts;
    private final HospitalSettings hospital;
    private final Visibility visible;
    private final Query query;

    ContextResource(ContextQueries contexts, HospitalSettings hospital, Visibility visible, Query query) {
        this.contexts = contexts;
        this.hospital = hospital;
        this.visible = visible;
        this.query = query;
    }

    @GET
    @Operation(
            summary = "Read the scores and syndromes beside the grades, with their reasons",
            description = "None of them is a grade of CRS or ICANS, and none raises an alert.")
    @Parameter(name = "at", in = ParameterIn.QUERY, description = "Clinical time. Default: now.")
    @Parameter(name = "knownAt", in = ParameterIn.QUERY, description = "Knowledge time. Default: now.")
    public ContextView context(@RestPath String patientId) {
        var at = query.time("at");
        var knownAt = query.time("knownAt");
        visible.patientToRead(patientId);
        at.ifPresent(instant -> visible.require(patientId, instant));
        var asked = new PatientId(patientId);
        var found = contexts.of(asked, at, knownAt)
                .orElseThrow(() -> ProblemException.notFound("There is no such patient"));
        visible.requireStay(patientId, found.episode().ward(), found.episode().patient());
        return ContextView.of(asked, found, hospital.timeZone());
    }
}
