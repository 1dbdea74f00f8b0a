package health.vigil.api.grade;

import health.vigil.access.Roles;
import health.vigil.api.Items;
import health.vigil.api.Query;
import health.vigil.api.Visibility;
import health.vigil.audit.AuditTrail;
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

/// Reads the board of a ward.
@Path("/v1/wards/{ward}/board")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.DASHBOARD})
@Tag(name = "Grades")
class BoardResource {
    private final Board board;
    private final Visibility visible;
    private final Query query;
    private final AuditTrail trail;

    BoardResource(Board board, Visibility visible, Query query, AuditTrail trail) {
        this.board = board;
        this.visible = visible;
        this.query = query;
        this.trail = trail;
    }

    @GET
    @Operation(summary = "Read the board of a ward: one row per active episode, worst first")
    @Parameter(name = "patientId", in = ParameterIn.QUERY, description = "Only this patient's row.")
    public Items<BoardRow> board(@RestPath String ward) {
        var patient = query.text("patientId");
        patient.ifPresent(trail::about);
        var told = patient.filter(visible::openedInEmergency).map(_ -> ward).orElseGet(() -> visible.ward(ward));
        var rows = board.of(told, patient);
        trail.shows(rows.stream().map(row -> row.patient().patientId()));
        return new Items<>(rows);
    }
}
