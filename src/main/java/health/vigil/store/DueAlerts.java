package health.vigil.store;

import java.util.List;

/// The alerts whose time has come, earliest first. They are locked; those that another replica works on are left to it.
public final class DueAlerts {
    private DueAlerts() {}

    /// Open alerts that nobody answered in time, unless their condition is gone.
    public static List<StandingAlert> unanswered(Sql sql, int limit) {
        return due(sql, "next_escalation_at", "state = 'open' and clears_at is null", limit);
    }

    /// Acknowledged alerts whose answer has lasted its time. For those of a group the one that speaks is opened again.
    public static List<StandingAlert> expired(Sql sql, int limit) {
        return due(
                sql,
                "acknowledged_until",
                "state = 'acknowledged' and clears_at is null and grouped_under is null",
                limit);
    }

    /// Alerts whose condition has been gone for long enough.
    public static List<StandingAlert> settled(Sql sql, int limit) {
        return due(sql, "clears_at", "state <> 'resolved'", limit);
    }

    private static List<StandingAlert> due(Sql sql, String when, String state, int limit) {
        return sql.list(
                StandingAlerts.SELECT + state + " and " + when + " <= clock_timestamp() order by " + when
                        + " limit ? for no key update skip locked",
                StandingAlerts::read,
                limit);
    }
}
