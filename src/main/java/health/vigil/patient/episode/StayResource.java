package health.vigil.patient.episode;

import health.vigil.access.CurrentUser;
import health.vigil.access.Roles;
import health.vigil.access.WardName;
import health.vigil.api.Items;
import health.vigil.api.Query;
import health.vigil.api.Transactions;
import health.vigil.audit.AuditTrail;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.ReportedStays;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Lists the patients whom the registration reports in a ward and nobody has admitted.
@Path("/v1/stays")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Episodes")
class StayResource {
    private final Transactions transactions;
    private final CurrentUser user;
    private final Query query;
    private final AuditTrail trail;

    StayResource(Transactions transactions, CurrentUser user, Query query, AuditTrail trail) {
        this.transactions = transactions;
        this.user = user;
        this.query = query;
        this.trail = trail;
    }

    @GET
    @Operation(
            summary = "List the open stays of patients without an active episode",
            description = "As the hospital's registration reports them. They are the newest 500 of the wards that the"
                    + " user may see.")
    @Parameter(name = "ward", in = ParameterIn.QUERY)
    public Items<StayView> stays() {
        var ward = query.text("ward").map(WardName::key);
        var stays = transactions.run(sql -> ReportedStays.withoutEpisode(sql, ward)).stream()
                .filter(stay -> maySee(stay.place().ward()))
                .map(StayView::of)
                .toList();
        trail.shows(stays.stream().map(StayView::patientId));
        return new Items<>(stays);
    }

    private boolean maySee(Optional<String> ward) {
        return ward.filter(user::maySee).isPresent();
    }
}
