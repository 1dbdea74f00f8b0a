package health.vigil.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Stores webhooks and reads their deliveries.
public final class RegisteredWebhooks {
    private static final String ADD = """
        insert into webhook (id, url, ward, priorities, secret, created_by, created_at) values (?, ?, ?, ?, ?, ?, ?)
        """;

    private static final String PAGE = """
        select id, url, ward, array_to_string(priorities, ',') as priorities, created_by, created_at from webhook
        where removed_at is null and (created_at, id) < (?, ?) order by created_at desc, id desc limit ?
        """;

    private static final String REMOVE =
            "update webhook set removed_at = ?, removed_by = ? where id = ? and removed_at is null";

    private static final String DROP = """
        update webhook_delivery set state = 'dropped', settled_at = clock_timestamp()
        where webhook_id = ? and state = 'waiting'
        """;

    private static final String DELIVERIES = """
        select d.number, d.sequence, e.event, e.alert_id, d.priority, d.state, d.message_id, d.attempts, d.created_at,
            case when d.state = 'waiting' then d.due_at end as due_at, d.settled_at, d.status, d.fault
        from webhook_delivery d join alert_event e on e.sequence = d.sequence
        where d.webhook_id = ? and d.number < ? order by d.number desc limit ?
        """;

    private RegisteredWebhooks() {}

    /// A URL to which alerts are delivered.
    ///
    /// @param ward if absent, every ward
    /// @param priorities if absent, every priority
    public record RegisteredWebhook(
            UUID id,
            String url,
            Optional<String> ward,
            Optional<List<String>> priorities,
            String createdBy,
            Instant createdAt) {
        private static RegisteredWebhook read(ResultRow row) {
            return new RegisteredWebhook(
                    row.uuid("id"),
                    row.text("url"),
                    row.optionalText("ward"),
                    row.optionalText("priorities").map(joined -> List.of(joined.split(","))),
                    row.text("created_by"),
                    row.instant("created_at"));
        }
    }

    /// A delivery to a webhook.
    ///
    /// @param messageId absent before the first attempt
    /// @param dueAt the time of the next attempt; absent if there is none
    public record WebhookDelivery(
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
        private static WebhookDelivery read(ResultRow row) {
            return new WebhookDelivery(
                    row.number("number"),
                    row.number("sequence"),
                    row.text("event"),
                    row.uuid("alert_id"),
                    row.text("priority"),
                    row.text("state"),
                    row.optionalText("message_id"),
                    Math.toIntExact(row.number("attempts")),
                    row.instant("created_at"),
                    row.optionalInstant("due_at"),
                    row.optionalInstant("settled_at"),
                    row.optionalNumber("status"),
                    row.optionalText("fault"));
        }
    }

    /// Adds a webhook.
    ///
    /// @param secret signs each delivery
    public static void add(Sql sql, RegisteredWebhook webhook, String secret) {
        sql.update(
                ADD,
                webhook.id(),
                webhook.url(),
                webhook.ward(),
                webhook.priorities().map(list -> Column.texts(list, priority -> priority)),
                secret,
                webhook.createdBy(),
                webhook.createdAt());
    }

    /// A page of webhooks, newest first: those added before an instant, or at it with a lower id.
    public static List<RegisteredWebhook> page(Sql sql, Instant before, UUID id, int rows) {
        return sql.list(PAGE, RegisteredWebhook::read, before, id, rows);
    }

    /// Removes a webhook. Its waiting messages are not delivered any more.
    ///
    /// @return whether it existed
    public static boolean remove(Sql sql, UUID id, String by, Instant at) {
        var removed = sql.update(REMOVE, at, by, id) > 0;
        if (removed) {
            sql.update(DROP, id);
        }
        return removed;
    }

    /// Whether it exists or existed.
    public static boolean exists(Sql sql, UUID id) {
        return sql.first("select id from webhook where id = ?", row -> row.uuid("id"), id)
                .isPresent();
    }

    /// A page of deliveries, newest first: those with a lower number.
    public static List<WebhookDelivery> deliveries(Sql sql, UUID id, long before, int rows) {
        return sql.list(DELIVERIES, WebhookDelivery::read, id, before, rows);
    }
}
