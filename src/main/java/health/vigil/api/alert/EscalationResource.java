package health.vigil.api.alert;

import health.vigil.access.Roles;
import health.vigil.api.AlertView;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/// Escalates an alert before its time.
@Path("/v1/alerts/{id}/escalation")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Alerts")
class EscalationResource {
    private final Escalations escalations;
    private final AlertReader alerts;

    EscalationResource(Escalations escalations, AlertReader alerts) {
        this.escalations = escalations;
        this.alerts = alerts;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(202)
    @Operation(
            summary = "Escalate an alert now",
            description = "The event `escalated` follows on the stream, normally within a second. 409 if the alert is"
                    + " not open.")
    public AlertView escalate(@RestPath String id) {
        var alert = alerts.visible(id);
        escalations.now(alert);
        return alerts.one(alert);
    }
}
