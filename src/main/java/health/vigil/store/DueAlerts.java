package health.vigil.store;

import java.util.List;

/// The alerts whose time has come, earliest first. They are locked; those that another replica works on are left to it.
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

    /// Open alerts that nobody answered in time, unless their condition is gone.
    public static List<StandingAlert> unanswered(Sql sql, int limit) {
        return sql.list(UNANSWERED, StandingAlerts::read, limit);
    }

    /// Acknowledged alerts whose answer has lasted its time. For those of a group the one that speaks is opened again.
    public static List<StandingAlert> expired(Sql sql, int limit) {
        return sql.list(EXPIRED, StandingAlerts::read, limit);
    }

    /// Alerts whose condition has been gone for long enough.
    public static List<StandingAlert> settled(Sql sql, int limit) {
        return sql.list(SETTLED, StandingAlerts::read, limit);
    }
}
