package health.vigil.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.store.ResultRow;
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
    static final String SELECT = "select d.number, d.sequence, e.event, e.alert_id, d.priority, d.state, d.message_id,"
            + " d.attempts, d.created_at, case when d.state = 'waiting' then d.due_at end as due_at, d.settled_at,"
            + " d.status, d.fault from webhook_delivery d join alert_event e on e.sequence = d.sequence"
            + " where d.webhook_id = ? and d.number < ? order by d.number desc limit ?";

    static DeliveryView of(ResultRow row) {
        return new DeliveryView(
                row.number("number"),
                row.number("sequence"),
                row.text("event"),
                row.uuid("alert_id"),
                row.text("priority"),
                row.text("state"),
                row.optionalText("message_id").map(id -> "msg_" + id),
                (int) row.number("attempts"),
                row.instant("created_at"),
                row.optionalInstant("due_at"),
                row.optionalInstant("settled_at"),
                row.optionalNumber("status"),
                row.optionalText("fault"));
    }
}
