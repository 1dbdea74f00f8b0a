package health.vigil.patient.episode;

import health.vigil.access.CurrentUser;
import health.vigil.access.Roles;
import health.vigil.api.Items;
import health.vigil.api.Transactions;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.WardNames;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Lists the wards among which a user can choose.
@Path("/v1/wards")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.DASHBOARD, Roles.COORDINATOR})
@Tag(name = "Episodes")
class WardResource {
    private final Transactions transactions;
    private final CurrentUser user;
    private final WardChoice choice;

    WardResource(Transactions transactions, CurrentUser user, WardChoice choice) {
        this.transactions = transactions;
        this.user = user;
        this.choice = choice;
    }

    @GET
    @Operation(
            summary = "List the wards with active episodes, and those in the hospital's list, if the user may see them"
                    + " them")
    public Items<String> wards() {
        var occupied = transactions.run(WardNames::occupied);
        return new Items<>(Stream.concat(occupied.stream().filter(user::maySee), choice.listed().stream())
                .distinct()
                .sorted()
                .toList());
    }
}
