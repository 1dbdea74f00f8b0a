package health.vigil.privacy;

import health.vigil.access.Roles;
import health.vigil.api.TimeSpan;
import health.vigil.api.Visibility;
import health.vigil.problem.ProblemException;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;

/// Downloads everything that is stored about one patient.
@Path("/v1/patients/{patientId}/record")
@ServedBy(ServiceRole.SERVE)
@RolesAllowed(Roles.PHYSICIAN)
@Tag(name = "Access")
class RecordResource {
    private static final Logger LOG = Logger.getLogger(RecordResource.class);

    private final Visibility visible;
    private final RecordCopies copies;

    RecordResource(Visibility visible, RecordCopies copies) {
        this.visible = visible;
        this.copies = copies;
    }

    @GET
    @Produces("application/x-ndjson")
    @Operation(
            summary = "Download everything that is stored about one patient",
            description = "One JSON object per line, from one snapshot. The last line is"
                    + " `{\"record\": \"end\", \"lines\": n}`. 503 while too many downloads are under way.")
    public StreamingOutput record(@RestPath String patientId, RoutingContext request) {
        var patient = visible.patientToRead(patientId).patientId;
        if (!visible.sight(patient).equals(TimeSpan.EVER)) {
            throw ProblemException.forbidden(
                    "The record contains stays in another ward: use emergency access, with a reason");
        }
        var copy = copies.of(patient, request);
        return out -> send(copy, out);
    }

    /// A client that has not received the last line knows that the record is incomplete.
    private static void send(RecordCopy copy, OutputStream out) {
        try {
            copy.sendTo(out);
        } catch (IOException gone) {
            LOG.info("The download of a record was not completed");
        }
    }
}
