package health.vigil.api.alert;

import health.vigil.access.CurrentUser;
import health.vigil.alert.AlertRules;
import health.vigil.alert.AlertState;
import health.vigil.alert.AlertState.Answer;
import health.vigil.alert.Escalation;
import health.vigil.api.Transactions;
import health.vigil.audit.AuditTrail;
import health.vigil.problem.ProblemException;
import health.vigil.store.AlertLog;
import health.vigil.store.AlertLog.Event;
import health.vigil.store.Alerts;
import health.vigil.store.Sql;
import health.vigil.store.StandingAlert;
import health.vigil.store.StandingAlerts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Acknowledges alerts and takes acknowledgements back. A repeated request changes nothing. A resolved alert
/// cannot be acknowledged.
@ApplicationScoped
class Acknowledgements {
    private final Transactions transactions;
    private final AnswerSettings settings;
    private final AlertRules rules;
    private final CurrentUser user;
    private final AuditTrail trail;
    private final AnswerTimes times;

    Acknowledgements(
            Transactions transactions,
            AnswerSettings settings,
            AlertRules rules,
            CurrentUser user,
            AuditTrail trail,
            AnswerTimes times) {
        this.transactions = transactions;
        this.settings = settings;
        this.rules = rules;
        this.user = user;
        this.trail = trail;
        this.times = times;
    }

    /// Acknowledges an alert and those listed under it, until the acknowledgement expires.
    void acknowledge(UUID id, Optional<String> note) {
        note.ifPresent(trail::because);
        transactions.run(sql -> {
            var group = StandingAlerts.lockGroup(sql, id);
            var alert = one(group, id);
            switch (alert.state()) {
                case AlertState.Open _ -> {
                    var now = sql.now();
                    var answer = new Answer(user.username(), now, now.plus(settings.lasts()), note);
                    step(sql, acknowledged(group, answer), Event.ACKNOWLEDGED, now);
                    times.answered(alert.priority(), Duration.between(alert.raisedAt(), now));
                }
                case AlertState.Acknowledged _ -> {}
                case AlertState.Resolved _ -> throw resolved();
            }
            return id;
        });
    }

    private static Map<UUID, AlertState> acknowledged(List<StandingAlert> group, Answer answer) {
        var next = new LinkedHashMap<UUID, AlertState>();
        for (var alert : group) {
            if (alert.state() instanceof AlertState.Open open) {
                next.put(alert.id(), open.acknowledged(answer));
            }
        }
        return next;
    }

    /// Opens an alert again, together with those that were acknowledged with it, and raises it on the stream
    /// again.
    void takeBack(UUID id) {
        transactions.run(sql -> {
            var group = StandingAlerts.lockGroup(sql, id);
            switch (one(group, id).state()) {
                case AlertState.Open _ -> {}
                case AlertState.Acknowledged answered -> {
                    var now = sql.now();
                    step(sql, takenBack(group, id, answered.answer(), now), Event.RAISED, now);
                }
                case AlertState.Resolved _ -> throw resolved();
            }
            return id;
        });
    }

    /// The alert that speaks for the group escalates for all of them.
    private Map<UUID, AlertState> takenBack(List<StandingAlert> group, UUID speaker, Answer answer, Instant now) {
        var next = new LinkedHashMap<UUID, AlertState>();
        for (var alert : group) {
            if (alert.state() instanceof AlertState.Acknowledged answered
                    && answered.answer().at().equals(answer.at())) {
                var open = answered.takenBack(escalation(alert), now);
                next.put(alert.id(), alert.id().equals(speaker) ? open : open.quiet());
            }
        }
        return next;
    }

    private static StandingAlert one(List<StandingAlert> group, UUID id) {
        return group.stream()
                .filter(alert -> alert.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("An alert is gone"));
    }

    private Escalation escalation(StandingAlert alert) {
        return rules.table().row(alert.rule()).escalation();
    }

    /// Call this last before the commit: it takes the lock under which events are numbered.
    private void step(Sql sql, Map<UUID, AlertState> next, Event event, Instant now) {
        next.forEach((alert, state) -> Alerts.put(sql, alert, state));
        trail.write();
        AlertLog.append(sql, List.copyOf(next.keySet()), event, now);
    }

    private static ProblemException resolved() {
        return ProblemException.conflict("The alert is resolved");
    }
}
