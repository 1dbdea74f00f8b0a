package health.vigil.ingest.fhir;

import health.vigil.access.Roles;
import health.vigil.problem.OperationOutcome;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Takes Bundles.
@Path("/fhir/r4")
@ServedBy(ServiceRole.INGEST)
@RolesAllowed({Roles.DEVICE, Roles.INTEGRATION})
@Consumes({OperationOutcome.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@RunOnVirtualThread
class FhirBundleResource {
    private final FhirWrites writes;

    FhirBundleResource(FhirWrites writes) {
        this.writes = writes;
    }

    /// A batch or a transaction.
    @POST
    public Response bundle(byte[] body) {
        return writes.bundle(body);
    }
}
