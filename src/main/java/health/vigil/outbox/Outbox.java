package health.vigil.outbox;

import health.vigil.observation.PatientId;
import health.vigil.store.Column;
import health.vigil.store.ResultRow;
import health.vigil.store.Sql;
import health.vigil.stream.StreamRecord;
import health.vigil.stream.StreamWriter;
import health.vigil.stream.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is told to Kafka with the fact it tells: written in the same transaction, relayed after it.
public final class Outbox {
    private static final String ADD = "insert into outbox (topic, key, value) select topic, key, value"
            + " from unnest(?::text[], ?::text[], ?::text[]) with ordinality as new (topic, key, value, ord)"
            + " order by ord";

    /// A message to be told.
    public record Message(String topic, String key, String value) {}

    /// A message as it stands in the outbox.
    public record PendingMessage(long number, String topic, Optional<String> key, String value) {}

    private Outbox() {}

    /// Puts a record on the stream that the monitor reads, behind what is already on its way about the patient.
    public static void tell(Sql sql, PatientId patient, StreamRecord record) {
        tell(sql, patient.value(), StreamWriter.write(record));
    }

    public static void tell(Sql sql, String key, String record) {
        sql.announce();
        sql.update("insert into outbox (topic, key, value) values (?, ?, ?)", Topics.OBSERVATIONS, key, record);
    }

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

    /// The oldest messages; absent if somebody else relays now: one relay at a time keeps their order.
    public static Optional<List<PendingMessage>> pending(Sql sql, int limit) {
        return sql.first(
                        "select pg_try_advisory_xact_lock(hashtext('vigil.outbox')) as mine", row -> row.flag("mine"))
                .filter(mine -> mine)
                .map(_ -> sql.list(
                        "select number, topic, key, value from outbox order by number limit ?", Outbox::read, limit));
    }

    /// Since when the oldest message waits.
    public static Optional<Instant> oldest(Sql sql) {
        return sql.first("select min(created_at) as oldest from outbox", row -> row.optionalInstant("oldest"))
                .flatMap(oldest -> oldest);
    }

    private static PendingMessage read(ResultRow row) {
        return new PendingMessage(row.number("number"), row.text("topic"), row.optionalText("key"), row.text("value"));
    }

    public static void relayed(Sql sql, List<PendingMessage> messages) {
        sql.update(
                "delete from outbox where number = any(?::bigint[])",
                Column.of("bigint", messages, PendingMessage::number));
    }
}
