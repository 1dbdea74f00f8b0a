package health.vigil.api.episode;

import health.vigil.access.CurrentUser;
import health.vigil.access.Roles;
import health.vigil.api.Items;
import health.vigil.api.Transactions;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The wards that have patients, for whoever may choose among them.
@Path("/v1/wards")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.DASHBOARD})
@Tag(name = "Episodes")
class WardResource {
    private static final String OCCUPIED = "select distinct ward from episode where status = 'active' order by ward";

    private final Transactions transactions;
    private final CurrentUser user;

    WardResource(Transactions transactions, CurrentUser user) {
        this.transactions = transactions;
        this.user = user;
    }

    @GET
    @Operation(summary = "The wards with active episodes that the user may see")
    public Items<String> wards() {
        List<String> occupied = transactions.run(sql -> sql.list(OCCUPIED, row -> row.text("ward")));
        return new Items<>(occupied.stream().filter(user::maySee).toList());
    }
}
