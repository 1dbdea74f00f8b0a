package health.vigil.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.store.RegisteredWebhooks.WebhookDelivery;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What was told to a webhook, and what became of it.
///
/// @param sequence of the event that is told
/// @param messageId what the receiver knows it by; absent until it was tried
/// @param dueAt when it is tried next; absent when it is settled
/// @param status of the last answer
/// @param fault what went wrong last
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
