package health.vigil.api.sender;

import health.vigil.access.Roles;
import health.vigil.api.Items;
import health.vigil.api.Transactions;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.ExchangeSenders;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Lists the systems that send HL7 and FHIR.
@Path("/v1/senders")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Senders")
class SenderResource {
    private final Transactions transactions;

    SenderResource(Transactions transactions) {
        this.transactions = transactions;
    }

    @GET
    @Operation(
            summary = "List the systems that send HL7 or FHIR",
            description = "When each was last heard, and how many of its statements had each outcome. They are a few"
                    + " seconds old.")
    public Items<SenderView> list() {
        return new Items<>(transactions.run(ExchangeSenders::all).stream()
                .map(SenderView::of)
                .toList());
    }
}
