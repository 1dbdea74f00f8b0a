package health.vigil.store;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The queue of webhook deliveries. One courier claims each message; if the courier dies, another one takes
/// it over.
public final class Deliveries {
    private static final int MOST_EVENTS = 50;

    /// The next due message, most urgent first.
    private static final String FIRST = """
            select d.number, d.webhook_id, d.patient_id, d.priority, d.message_id, w.url, w.secret
            from webhook_delivery d
                join webhook w on w.id = d.webhook_id
            where d.state = 'waiting' and d.due_at <= clock_timestamp() and w.removed_at is null
                and d.webhook_id <> all(?::uuid[])
            order by array_position(array['high', 'medium', 'low'], d.priority), d.due_at
            limit 1 for update of d skip locked
            """;

    private static final String TOGETHER = """
            select number from webhook_delivery
            where state = 'waiting' and webhook_id = ? and message_id is null and patient_id is not distinct from ?
            order by number limit ? for update skip locked
            """;

    private static final String AGAIN =
            "select number from webhook_delivery where state = 'waiting' and message_id = ? order by number for update";

    private static final String START = """
            update webhook_delivery
            set message_id = ?, attempts = attempts + 1, due_at = clock_timestamp() + ? * interval '1 millisecond'
            where number = any(?::bigint[]) returning attempts
            """;

    private static final String EVENTS = """
            select (e.alert || jsonb_build_object('event', e.event))::text as event
            from webhook_delivery d
                join alert_event e on e.sequence = d.sequence where d.number = any(?::bigint[])
            order by e.sequence
            """;

    /// The events of one message.
    ///
    /// @param attempts the number of attempts, with this one
    /// @param events JSON objects, in order
    public record ClaimedDelivery(
            UUID message,
            UUID webhook,
            String url,
            String secret,
            List<Long> numbers,
            int attempts,
            List<String> events) {}

    private record FirstEvent(
            long number, UUID webhook, Optional<String> patient, Optional<UUID> message, String url, String secret) {}

    private Deliveries() {}

    /// Claims the next due message: all waiting events of one patient for one webhook.
    ///
    /// @param busy webhooks to skip, because they have enough deliveries in flight
    /// @param lease how long no other courier claims it
    public static Optional<ClaimedDelivery> take(Sql sql, Collection<UUID> busy, Duration lease) {
        return sql.first(FIRST, Deliveries::first, Column.of("uuid", List.copyOf(busy), id -> id))
                .map(first -> take(sql, first, lease));
    }

    private static FirstEvent first(ResultRow row) {
        return new FirstEvent(
                row.number("number"),
                row.uuid("webhook_id"),
                row.optionalText("patient_id"),
                row.optionalText("message_id").map(UUID::fromString),
                row.text("url"),
                row.text("secret"));
    }

    private static ClaimedDelivery take(Sql sql, FirstEvent first, Duration lease) {
        List<Long> numbers = first.message
                .map(message -> sql.list(AGAIN, row -> row.number("number"), message))
                .orElseGet(() ->
                        sql.list(TOGETHER, row -> row.number("number"), first.webhook, first.patient, MOST_EVENTS));
        var message = first.message.orElseGet(UUID::randomUUID);
        var rows = Column.of("bigint", numbers, number -> number);
        int attempts = sql.list(START, row -> (int) row.number("attempts"), message, lease.toMillis(), rows)
                .getFirst();
        var events = sql.list(EVENTS, row -> row.text("event"), rows);
        return new ClaimedDelivery(message, first.webhook, first.url, first.secret, numbers, attempts, events);
    }

    /// The time until the next message is due; absent if none waits.
    public static Optional<Duration> nextDue(Sql sql) {
        return sql.first("""
                        select min(due_at) as due, clock_timestamp() as now from webhook_delivery
                        where state = 'waiting'
                        """, row -> row.optionalInstant("due").map(due -> Duration.between(row.instant("now"), due)))
                .flatMap(due -> due);
    }

    /// Marks events as delivered.
    ///
    /// @param status the HTTP status of the answer
    public static void delivered(Sql sql, List<Long> numbers, int status) {
        sql.update("""
                update webhook_delivery
                set state = 'delivered', settled_at = clock_timestamp(), status = ?, fault = null
                where number = any(?::bigint[])
                """, status, Column.of("bigint", numbers, number -> number));
    }

    /// A failed attempt.
    ///
    /// @param status the HTTP status; 0 if there was no answer
    public record Failure(int status, Optional<String> fault, Duration rest, Duration giveUpAfter) {}

    /// Schedules a retry, or gives up events that were retried for long enough.
    public static void failed(Sql sql, List<Long> numbers, Failure failure) {
        sql.update(
                """
                update webhook_delivery
                set status = nullif(?, 0), fault = ?, state = case when old then 'given-up' else state end,
                    settled_at = case when old then clock_timestamp() end,
                    due_at = clock_timestamp() + ? * interval '1 millisecond'
                from (
                    select number as of, created_at <= clock_timestamp() - ? * interval '1 millisecond' as old
                    from webhook_delivery where number = any(?::bigint[])) as tried
                where number = tried.of
                """,
                failure.status,
                failure.fault,
                failure.rest.toMillis(),
                failure.giveUpAfter.toMillis(),
                Column.of("bigint", numbers, number -> number));
    }

    /// Delays all deliveries of an unreachable webhook.
    public static void rest(Sql sql, UUID webhook, Duration rest) {
        sql.update("""
                update webhook_delivery
                set due_at = clock_timestamp() + ? * interval '1 millisecond'
                where number in (
                    select number from webhook_delivery
                    where webhook_id = ? and state = 'waiting'
                        and due_at < clock_timestamp() + ? * interval '1 millisecond'
                    order by number for update skip locked)
                """, rest.toMillis(), webhook, rest.toMillis());
    }

    /// A webhook whose deliveries fail.
    public record FailingWebhook(UUID webhook, boolean late, boolean givenUp) {}

    /// Webhooks with a delivery that was tried and is this late, or whose last delivery was given up.
    public static List<FailingWebhook> failing(Sql sql, Duration late) {
        return sql.list(
                """
                select w.id, exists (
                    select 1 from webhook_delivery d
                    where d.webhook_id = w.id and d.state = 'waiting' and d.attempts > 0
                        and d.created_at <= clock_timestamp() - ? * interval '1 millisecond') as late,
                    coalesce((
                        select d.state = 'given-up' from webhook_delivery d
                        where d.webhook_id = w.id and d.state <> 'waiting'
                        order by d.settled_at desc limit 1), false) as given_up
                from webhook w where w.removed_at is null
                """,
                row -> new FailingWebhook(row.uuid("id"), row.flag("late"), row.flag("given_up")),
                late.toMillis());
    }
}
