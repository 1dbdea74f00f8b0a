package health.vigil.privacy;

import health.vigil.access.Roles;
import health.vigil.api.Visibility;
import health.vigil.problem.ProblemException;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// Everything that is kept of one patient.
@Path("/v1/patients/{patientId}/record")
@ServedBy(ServiceRole.SERVE)
@RolesAllowed(Roles.PHYSICIAN)
@Tag(name = "Access")
class RecordResource {
    private final Visibility visible;
    private final Database database;

    RecordResource(Visibility visible, Database database) {
        this.visible = visible;
        this.database = database;
    }

    @GET
    @Produces("application/x-ndjson")
    @Operation(
            summary = "Everything that is kept of one patient",
            description = "One object a line, of one snapshot; the last line is `{\"record\": \"end\", \"lines\": n}`.")
    public StreamingOutput record(@RestPath String patientId) {
        var patient = visible.patient(patientId).patientId;
        if (visible.since(patient).isPresent()) {
            throw ProblemException.forbidden(
                    "The record holds former stays in another ward: open it in an emergency, with a reason");
        }
        return out -> database.read(sql -> PatientRecord.write(sql, patient, out));
    }
}
