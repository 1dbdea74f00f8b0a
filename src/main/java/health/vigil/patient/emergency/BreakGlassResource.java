package health.vigil.patient.emergency;

import health.vigil.access.Roles;
import health.vigil.api.Request;
import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// Emergency access: a user must see a patient of another ward at once.
@Path("/v1/patients/{patientId}/break-glass")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Access")
class BreakGlassResource {
    private static final int LONGEST_REASON = 500;

    private final BreakGlass breakGlass;

    BreakGlassResource(BreakGlass breakGlass) {
        this.breakGlass = breakGlass;
    }

    record BreakGlassRequest(String reason) {
        static Optional<BreakGlassRequest> read(Fields fields) {
            var reason = fields.need("reason", Shapes.sentence(LONGEST_REASON));
            fields.refuseUnknown();
            return reason.map(BreakGlassRequest::new);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Open the record of a patient of another ward for a limited time",
            description = "Needs a reason. The patient's ward is alerted. 409 if the user may see the patient anyway.")
    @RequestBodySchema(BreakGlassRequest.class)
    public RestResponse<Grant> open(@RestPath String patientId, byte[] body) {
        var reason = Request.read(body, BreakGlassRequest::read);
        return RestResponse.status(RestResponse.Status.CREATED, breakGlass.open(patientId, reason.reason()));
    }
}
