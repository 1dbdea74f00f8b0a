package health.vigil.store;

import java.time.Instant;

/// Deletes old entries about who received which alerts: those of deleted patients, and of alerts about the service
/// itself.
public final class RecipientRemoval {
    /// The newest settled delivery of each webhook is kept, because an alert depends on whether it was given up.
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

    /// Ordered by the time of opening, because that is indexed.
    private static final String LISTENERS = """
            delete from alert_listener
            where id in (
                select id from alert_listener where opened_at < ? and told_at < ? order by opened_at limit ?)
            """;

    private RecipientRemoval() {}

    /// Deletes the oldest entries.
    ///
    /// @return the number of deleted rows
    public static int before(Sql sql, Instant instant, int limit) {
        return sql.update(DELIVERIES, instant, limit)
                + sql.update(LISTENERS, instant, instant, limit)
                + AlarmDeliveries.removeBefore(sql, instant, limit);
    }
}
