package health.vigil.store;

import java.time.Instant;

/// Removes who was told what of patients whose record is gone, and of the service itself, once it is old enough.
public final class RecipientRemoval {
    /// The last that was settled of each webhook stays: whether it was given up is an alert.
    private static final String DELIVERIES = """
            delete from webhook_delivery
            where number in (
                select d.number from webhook_delivery d
                where d.patient_id is null and d.settled_at < ? and exists (
                    select from webhook_delivery later
                    where later.webhook_id = d.webhook_id and later.state <> 'waiting'
                        and later.settled_at > d.settled_at)
                order by d.settled_at limit ?)
            """;

    /// The time of opening is the one that is indexed.
    private static final String LISTENERS = """
            delete from alert_listener
            where id in (
                select id from alert_listener where opened_at < ? and told_at < ? order by opened_at limit ?)
            """;

    private RecipientRemoval() {}

    /// Removes the oldest.
    ///
    /// @return how many rows were removed
    public static int before(Sql sql, Instant instant, int limit) {
        return sql.update(DELIVERIES, instant, limit) + sql.update(LISTENERS, instant, instant, limit);
    }
}
