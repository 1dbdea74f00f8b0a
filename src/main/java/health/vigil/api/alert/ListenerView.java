package health.vigil.api.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.store.AlertListeners.AlertListener;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A reader of the alert stream, and how far it was served.
///
/// @param after the sequence just before its first event
/// @param told the sequence of the last event written to the connection, as of `toldAt`
/// @param closedAt absent while the stream is open, or if its process died
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ListenerView(
        UUID id,
        String username,
        String role,
        Optional<String> ward,
        Instant openedAt,
        long after,
        long told,
        Instant toldAt,
        Optional<Instant> closedAt) {
    static ListenerView of(AlertListener listener) {
        return new ListenerView(
                listener.id(),
                listener.username(),
                listener.role(),
                listener.ward(),
                listener.openedAt(),
                listener.after(),
                listener.told(),
                listener.toldAt(),
                listener.closedAt());
    }
}
