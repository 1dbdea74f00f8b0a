package health.vigil.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.store.RegisteredWebhooks.WebhookDelivery;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A delivery to a webhook and its state.
///
/// @param sequence the sequence of the delivered event
/// @param messageId the id that the receiver gets; absent before the first attempt
/// @param dueAt the time of the next attempt; absent if there is none
/// @param status the HTTP status of the last response
/// @param fault the last failure
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record DeliveryView(
        long number,
        long sequence,
        String event,
        UUID alertId,
        String priority,
        String state,
        Optional<String> messageId,
        int attempts,
        Instant createdAt,
        Optional<Instant> dueAt,
        Optional<Instant> settledAt,
        Optional<Long> status,
        Optional<String> fault) {
    static DeliveryView of(WebhookDelivery delivery) {
        return new DeliveryView(
                delivery.number(),
                delivery.sequence(),
                delivery.event(),
                delivery.alertId(),
                delivery.priority(),
                delivery.state(),
                delivery.messageId().map(id -> "msg_" + id),
                delivery.attempts(),
                delivery.createdAt(),
                delivery.dueAt(),
                delivery.settledAt(),
                delivery.status(),
                delivery.fault());
    }
}
