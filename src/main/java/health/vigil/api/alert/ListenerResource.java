package health.vigil.api.alert;

import health.vigil.access.Roles;
import health.vigil.api.Cursor;
import health.vigil.api.Items;
import health.vigil.api.Query;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// Lists the readers of the alert stream and what they were sent.
@Path("/v1/alerts/listeners")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Alerts")
class ListenerResource {
    private final Listeners listeners;
    private final Query query;

    ListenerResource(Listeners listeners, Query query) {
        this.listeners = listeners;
        this.query = query;
    }

    @GET
    @Operation(
            summary = "List the readers of the alert stream, newest first",
            description = "All events of the requested wards above the sequence `after` and up to `told` were sent.")
    public RestResponse<Items<ListenerView>> list() {
        var paging = query.paging();
        return paging.answer(
                listeners.page(paging),
                listener -> new Cursor(listener.openedAt(), listener.id().toString()));
    }
}
