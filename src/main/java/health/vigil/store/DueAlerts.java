package health.vigil.store;

import java.util.List;

/// Alerts that are due for an action, earliest first. The rows are locked; rows that another replica has
/// locked are skipped.
public final class DueAlerts {
    private static final String UNANSWERED = """
            select %s from alert
            where state = 'open' and clears_at is null and next_escalation_at <= clock_timestamp()
            order by next_escalation_at limit ? for no key update skip locked
            """.formatted(StandingAlerts.COLUMNS);

    private static final String EXPIRED = """
            select %s from alert
            where state = 'acknowledged' and clears_at is null and grouped_under is null
                and acknowledged_until <= clock_timestamp()
            order by acknowledged_until limit ? for no key update skip locked
            """.formatted(StandingAlerts.COLUMNS);

    private static final String SETTLED = """
            select %s from alert
            where state <> 'resolved' and clears_at <= clock_timestamp()
            order by clears_at limit ? for no key update skip locked
            """.formatted(StandingAlerts.COLUMNS);

    private DueAlerts() {}

    /// Open alerts that were not answered in time and whose condition has not cleared.
    public static List<StandingAlert> unanswered(Sql sql, int limit) {
        return sql.list(UNANSWERED, StandingAlerts::read, limit);
    }

    /// Acknowledged alerts whose acknowledgement has expired. In a group only the speaker is returned.
    public static List<StandingAlert> expired(Sql sql, int limit) {
        return sql.list(EXPIRED, StandingAlerts::read, limit);
    }

    /// Alerts whose settle time has passed.
    public static List<StandingAlert> settled(Sql sql, int limit) {
        return sql.list(SETTLED, StandingAlerts::read, limit);
    }
}
