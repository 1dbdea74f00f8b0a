package health.vigil.api.alert;

import health.vigil.access.CredentialValidity;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;

/// What one reader is told, as server-sent events.
///
/// @param id by which it is kept who was told what
/// @param validity whether the reader is still let in
record Listener(UUID id, StreamStart start, WardScope scope, CredentialValidity validity, Sse sse) {
    /// The first thing sent: it carries the headers. A reader whose place is gone is told to read the list anew.
    OutboundSseEvent greeting() {
        var greeting = sse.newEventBuilder().comment("following").reconnectDelay(1000);
        return start.reset() ? reset(greeting) : greeting.build();
    }

    private OutboundSseEvent reset(OutboundSseEvent.Builder greeting) {
        return greeting.id(String.valueOf(start.place()))
                .name("reset")
                .data("{\"reason\":\"the events since then are no longer kept: read the list anew\"}")
                .build();
    }

    boolean hears(StreamEvent event) {
        return scope.hears(event.ward());
    }
}
