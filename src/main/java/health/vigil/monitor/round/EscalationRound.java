package health.vigil.monitor.round;

import health.vigil.alert.AlertRules;
import health.vigil.alert.AlertState;
import health.vigil.alert.Conditions;
import health.vigil.alert.Escalation;
import health.vigil.store.AlertLog;
import health.vigil.store.AlertLog.Event;
import health.vigil.store.Alerts;
import health.vigil.store.Alerts.StandingAlert;
import health.vigil.store.Database;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Lets time pass over alerts: those that nobody answers, those whose answer has lasted its time, and those whose
/// condition has been gone for long enough. Any replica may: each alert is taken by one.
@ApplicationScoped
public class EscalationRound {
    private static final int AT_ONCE = 200;

    private final Database database;
    private final AlertRules rules;

    public EscalationRound(Database database, AlertRules rules) {
        this.database = database;
        this.rules = rules;
    }

    void fire() {
        database.execute(sql -> {
            var now = sql.first("select clock_timestamp() as now", row -> row.instant("now"))
                    .orElseThrow();
            var told = new ArrayList<UUID>();
            var ended = new ArrayList<UUID>();
            Alerts.settled(sql, AT_ONCE).forEach(alert -> ended.add(resolve(sql, alert, now)));
            Alerts.unanswered(sql, AT_ONCE).forEach(alert -> told.add(escalate(sql, alert, now)));
            Alerts.expired(sql, AT_ONCE).forEach(alert -> expire(sql, alert, now, told, ended));
            AlertLog.append(sql, ended, Event.RESOLVED, now);
            AlertLog.append(sql, told, Event.ESCALATED, now);
        });
    }

    private static UUID resolve(Sql sql, StandingAlert alert, Instant now) {
        Alerts.resolve(sql, List.of(alert.id()), now);
        return alert.id();
    }

    private UUID escalate(Sql sql, StandingAlert alert, Instant now) {
        if (alert.state() instanceof AlertState.Open open) {
            Alerts.put(sql, alert.id(), open.escalated(escalation(alert), now));
        }
        return alert.id();
    }

    /// What stands is told again, to more people; what merely happened has been answered and is over.
    private void expire(Sql sql, StandingAlert alert, Instant now, List<UUID> told, List<UUID> ended) {
        if (!Conditions.stands(alert.condition())) {
            ended.add(resolve(sql, alert, now));
        } else if (alert.state() instanceof AlertState.Acknowledged answered) {
            Alerts.put(sql, alert.id(), answered.expired(escalation(alert), now));
            told.add(alert.id());
        }
    }

    private Escalation escalation(StandingAlert alert) {
        return rules.table().row(alert.rule()).escalation();
    }
}
