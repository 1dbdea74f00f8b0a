package health.vigil.api;

import health.vigil.store.Sql;

/// What is told to Kafka with the fact it tells of: the monitor relays it once the transaction is committed.
public final class Outbox {
    private Outbox() {}

    public static void tell(Sql sql, String topic, String key, String value) {
        sql.update("insert into outbox (topic, key, value) values (?, ?, ?)", topic, key, value);
    }
}
