package health.vigil.api.alert;

import health.vigil.access.Roles;
import health.vigil.api.AlertView;
import health.vigil.api.Request;
import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// Acknowledges an alert, and takes the acknowledgement back.
@Path("/v1/alerts/{id}/acknowledgement")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Alerts")
class AcknowledgementResource {
    private static final int LONGEST_NOTE = 2000;

    private final Acknowledgements acknowledgements;
    private final AlertReader alerts;

    AcknowledgementResource(Acknowledgements acknowledgements, AlertReader alerts) {
        this.acknowledgements = acknowledgements;
        this.alerts = alerts;
    }

    record Note(Optional<String> note) {
        static Optional<Note> read(Fields fields) {
            var note = fields.may("note", Shapes.sentence(LONGEST_NOTE));
            fields.refuseUnknown();
            return Optional.of(new Note(note));
        }
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            summary = "Acknowledge an alert",
            description = "A repeated request changes nothing. 409 if the alert is resolved.")
    @RequestBodySchema(Note.class)
    public AlertView acknowledge(@RestPath String id, byte[] body) {
        var alert = alerts.visible(id);
        acknowledgements.acknowledge(
                alert,
                Request.read(Request.withoutNulls(Request.object(body)), Note::read)
                        .note());
        return alerts.one(alert);
    }

    @DELETE
    @Operation(
            summary = "Take an acknowledgement back",
            description = "The alert is open again and appears on the stream again.")
    public AlertView takeBack(@RestPath String id) {
        var alert = alerts.visible(id);
        acknowledgements.takeBack(alert);
        return alerts.one(alert);
    }
}
