package health.vigil.api.alert;

import health.vigil.access.CredentialValidity;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;

/// One reader of the stream and the events it gets.
///
/// @param id identifies the reader in the stored progress
/// @param validity whether the reader's credentials are still valid
record Listener(UUID id, StreamStart start, WardScope scope, CredentialValidity validity, Sse sse) {
    /// The first event, which carries the headers. If the reader's place is no longer stored, it asks the reader
    /// to read the list again.
    OutboundSseEvent greeting() {
        var greeting = sse.newEventBuilder().comment("following").reconnectDelay(1000);
        return start.reset() ? reset(greeting) : greeting.build();
    }

    private OutboundSseEvent reset(OutboundSseEvent.Builder greeting) {
        return greeting.id(String.valueOf(start.place()))
                .name("reset")
                .data("{\"reason\":\"the events since then are no longer stored: read the list again\"}")
                .build();
    }

    boolean hears(StreamEvent event) {
        return scope.hears(event.ward());
    }
}
