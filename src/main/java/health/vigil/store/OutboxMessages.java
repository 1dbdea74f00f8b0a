package health.vigil.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Messages for Kafka. They are written in the same transaction as the facts they announce, and relayed after it.
public final class OutboxMessages {
    private static final String ADD = """
            insert into outbox (topic, key, value)
            select topic, key, value
            from unnest(?::text[], ?::text[], ?::text[]) with ordinality as new (topic, key, value, ord)
            order by ord
            """;

    private static final String AGE = """
            select greatest(0, coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0))::bigint as age
            from outbox
            """;

    /// A message to send.
    public record Message(String topic, String key, String value) {}

    /// A message in the outbox.
    public record PendingMessage(long number, String topic, Optional<String> key, String value) {}

    private OutboxMessages() {}

    public static void add(Sql sql, List<Message> messages) {
        if (!messages.isEmpty()) {
            sql.announce();
            sql.update(
                    ADD,
                    Column.texts(messages, Message::topic),
                    Column.texts(messages, Message::key),
                    Column.texts(messages, Message::value));
        }
    }

    /// The oldest messages; absent if another process relays now. Only one relay at a time runs, to keep the
    /// order.
    public static Optional<List<PendingMessage>> pending(Sql sql, int limit) {
        return sql.first("select pg_try_advisory_xact_lock(hashtext('vigil.outbox')) as mine", row -> row.flag("mine"))
                .filter(mine -> mine)
                .map(_ -> sql.list(
                        "select number, topic, key, value from outbox order by number limit ?",
                        OutboxMessages::read,
                        limit));
    }

    private static PendingMessage read(ResultRow row) {
        return new PendingMessage(row.number("number"), row.text("topic"), row.optionalText("key"), row.text("value"));
    }

    /// The time since which the oldest message waits.
    public static Optional<Instant> oldest(Sql sql) {
        return sql.first("select min(created_at) as oldest from outbox", row -> row.optionalInstant("oldest"))
                .flatMap(oldest -> oldest);
    }

    /// The age of the oldest message in seconds; 0 if there is none.
    public static long ageSeconds(Sql sql) {
        return sql.first(AGE, row -> row.number("age")).orElse(0L);
    }

    public static void relayed(Sql sql, List<PendingMessage> messages) {
        sql.update(
                "delete from outbox where number = any(?::bigint[])",
                Column.of("bigint", messages, PendingMessage::number));
    }
}
