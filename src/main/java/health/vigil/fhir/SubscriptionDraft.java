package health.vigil.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a client asks for with a Subscription.
///
/// @param id as the resource says it
/// @param topic the canonical address of the topic
/// @param filters each is a search; several must all hold
/// @param endpoint empty for a websocket
/// @param headers of each message, `name: value`
/// @param content `empty`, `id-only` or `full-resource`
/// @param heartbeat the seconds after which a message comes in any case
/// @param timeout the seconds that the receiver may take
/// @param maxCount the most events of a message
/// @param off whether nothing is to be sent for now
public record SubscriptionDraft(
        Optional<String> id,
        String topic,
        List<String> filters,
        String reason,
        String endpoint,
        List<String> headers,
        String content,
        OptionalInt heartbeat,
        OptionalInt timeout,
        OptionalInt maxCount,
        Optional<Instant> end,
        boolean off) {
    public SubscriptionDraft {
        filters = List.copyOf(filters);
        headers = List.copyOf(headers);
    }

    public boolean overSocket() {
        return endpoint.isEmpty();
    }
}
