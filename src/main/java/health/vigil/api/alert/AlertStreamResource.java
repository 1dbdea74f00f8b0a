package health.vigil.api.alert;

import health.vigil.access.CurrentUser;
import health.vigil.access.Roles;
import health.vigil.api.Query;
import health.vigil.problem.ProblemException;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Streams the events of alerts.
@Path("/v1/alerts/stream")
@ServedBy(ServiceRole.SERVE)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.DASHBOARD})
@Tag(name = "Alerts")
class AlertStreamResource {
    private final AlertFeed feed;
    private final AlertEvents events;
    private final Listeners listeners;
    private final CurrentUser user;
    private final Query query;

    AlertStreamResource(AlertFeed feed, AlertEvents events, Listeners listeners, CurrentUser user, Query query) {
        this.feed = feed;
        this.events = events;
        this.listeners = listeners;
        this.user = user;
        this.query = query;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Follow the events of alerts",
            description = "The events `raised`, `acknowledged`, `escalated` and `resolved`, each with its sequence as"
                    + " id. The stream resumes exactly after Last-Event-ID. After `reset`, read the list again: the"
                    + " events since then are no longer stored.")
    @Parameter(name = "ward", in = ParameterIn.QUERY)
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "Instead of Last-Event-ID, for clients that cannot send it.")
    @Parameter(name = "Last-Event-ID", in = ParameterIn.HEADER)
    public Multi<OutboundSseEvent> stream(HttpHeaders headers, @Context Sse sse, @Context HttpServerResponse response) {
        var ward = query.text("ward");
        var start = start(headers);
        var id = listeners.open(user.user(), ward, start.place());
        var listener = new Listener(id, start, new WardScope(user.wards(), ward), user.credentialValidity(), sse);
        return Multi.createFrom().publisher(reader -> {
            var follower = new Follower(feed, listener, response, reader);
            reader.onSubscribe(follower);
            feed.join(follower);
        });
    }

    /// Finds where the stream begins before the headers are sent, so a client misses no event after it has seen
    /// them.
    private StreamStart start(HttpHeaders headers) {
        var last = events.last();
        return Optional.ofNullable(headers.getHeaderString("Last-Event-ID"))
                .filter(header -> !header.isBlank())
                .or(() -> query.text("after"))
                .map(text -> StreamStart.after(sequence(text), events.forgotten(), last))
                .orElse(new StreamStart(last, false));
    }

    private static long sequence(String text) {
        if (text.matches("\\d{1,18}")) {
            return Long.parseLong(text);
        }
        throw ProblemException.invalid("Last-Event-ID", "is not the id of an event");
    }
}
