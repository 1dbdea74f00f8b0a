package health.vigil.monitor.round;

import health.vigil.alert.AlertRules;
import health.vigil.alert.AlertState;
import health.vigil.alert.Conditions;
import health.vigil.alert.Escalation;
import health.vigil.alert.Resolution;
import health.vigil.store.AlertGroups;
import health.vigil.store.AlertLog;
import health.vigil.store.AlertLog.Event;
import health.vigil.store.Alerts;
import health.vigil.store.Database;
import health.vigil.store.Departures;
import health.vigil.store.DueAlerts;
import health.vigil.store.Sql;
import health.vigil.store.StandingAlert;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Escalates unanswered alerts, ends expired acknowledgements, and resolves alerts whose condition has been
/// gone for the settle time. Every replica may run this: row locks let only one handle each alert.
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
            var now = sql.now();
            var escalated = new ArrayList<UUID>();
            var ended = new ArrayList<UUID>(resolve(sql, DueAlerts.settled(sql, AT_ONCE), Optional.empty(), now));
            staying(sql, DueAlerts.unanswered(sql, AT_ONCE), now, ended)
                    .forEach(alert -> escalated.add(escalate(sql, alert, now)));
            staying(sql, DueAlerts.expired(sql, AT_ONCE), now, ended)
                    .forEach(alert -> expire(sql, alert, now, escalated, ended));
            new SpeakerSuccession(rules, now).appoint(sql, AlertGroups.withoutSpeaker(sql, AT_ONCE));
            AlertLog.append(sql, ended, Event.RESOLVED, now);
            AlertLog.append(sql, escalated, Event.ESCALATED, now);
        });
    }

    /// The alerts of patients who are still there. The alerts of departed patients are resolved.
    private static List<StandingAlert> staying(Sql sql, List<StandingAlert> due, Instant now, List<UUID> ended) {
        var departed = Departures.of(
                sql, due.stream().flatMap(alert -> alert.episode().stream()).collect(Collectors.toSet()));
        var gone = due.stream()
                .filter(alert -> alert.rule().endsWithTheStay())
                .filter(alert -> alert.episode().filter(departed::containsKey).isPresent())
                .collect(Collectors.groupingBy(alert ->
                        Optional.ofNullable(departed.get(alert.episode().orElseThrow()))));
        gone.forEach((reason, alerts) -> ended.addAll(resolve(sql, alerts, reason, now)));
        return due.stream()
                .filter(alert -> gone.values().stream().noneMatch(alerts -> alerts.contains(alert)))
                .toList();
    }

    private static List<UUID> resolve(Sql sql, List<StandingAlert> alerts, Optional<Resolution> reason, Instant now) {
        var ids = alerts.stream().map(StandingAlert::id).toList();
        Alerts.resolve(sql, ids, now, reason);
        return ids;
    }

    private UUID escalate(Sql sql, StandingAlert alert, Instant now) {
        if (alert.state() instanceof AlertState.Open open) {
            Alerts.put(sql, alert.id(), open.escalated(escalation(alert), now));
        }
        return alert.id();
    }

    /// After an acknowledgement expires, a standing condition is alerted again; an alert about an event is
    /// resolved.
    private void expire(Sql sql, StandingAlert alert, Instant now, List<UUID> escalated, List<UUID> ended) {
        if (!Conditions.canClear(alert.condition())) {
            ended.addAll(resolve(sql, List.of(alert), Optional.empty(), now));
        } else if (alert.state() instanceof AlertState.Acknowledged answered) {
            Alerts.put(sql, alert.id(), answered.expired(escalation(alert), now));
            escalated.add(alert.id());
        }
    }

    private Escalation escalation(StandingAlert alert) {
        return rules.table().row(alert.rule()).escalation();
    }
}
