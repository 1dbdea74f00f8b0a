package health.vigil.api.protocol;

import health.vigil.access.Roles;
import health.vigil.api.MicrosecondClock;
import health.vigil.protocol.ProtocolTable;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.HospitalSettings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Reads the whole table of the hospital's protocol. No patient is in it, so no ward limits it.
@Path("/v1/protocol")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.DASHBOARD, Roles.ADMIN, Roles.COORDINATOR})
@Tag(name = "Protocol")
class ProtocolResource {
    private final ProtocolTable table;
    private final HospitalSettings hospital;

    ProtocolResource(ProtocolTable table, HospitalSettings hospital) {
        this.table = table;
        this.hospital = hospital;
    }

    @GET
    @Operation(
            summary = "Read all rows of the hospital's own protocol",
            description = "For reading and review: no row of it is about a patient. The rows that fit a patient are"
                    + " under `/v1/patients/{patientId}/prompts`.")
    public ProtocolView protocol() {
        return ProtocolView.of(table, LocalDate.ofInstant(MicrosecondClock.now(), hospital.timeZone()));
    }
}
