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
import health.vigil.store.Alerts.StandingAlert;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Answers to alerts, and answers taken back. Repeating either changes nothing; nobody answers what is resolved.
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

    /// Someone has it in hand, until the answer has lasted its time.
    void acknowledge(UUID id, Optional<String> note) {
        note.ifPresent(trail::because);
        transactions.run(sql -> {
            var alert = lock(sql, id);
            switch (alert.state()) {
                case AlertState.Open open -> {
                    var now = now(sql);
                    var answer = new Answer(user.username(), now, now.plus(settings.lasts()), note);
                    step(sql, alert, open.acknowledged(answer), Event.ACKNOWLEDGED);
                    times.answered(alert.priority(), Duration.between(alert.raisedAt(), now));
                }
                case AlertState.Acknowledged _ -> {}
                case AlertState.Resolved _ -> throw resolved();
            }
            return id;
        });
    }

    /// The alert is open again, and told again.
    void takeBack(UUID id) {
        transactions.run(sql -> {
            var alert = lock(sql, id);
            switch (alert.state()) {
                case AlertState.Open _ -> {}
                case AlertState.Acknowledged answered ->
                    step(sql, alert, answered.takenBack(escalation(alert), now(sql)), Event.RAISED);
                case AlertState.Resolved _ -> throw resolved();
            }
            return id;
        });
    }

    private static StandingAlert lock(Sql sql, UUID id) {
        return Alerts.lock(sql, id).orElseThrow(() -> new IllegalStateException("An alert is gone"));
    }

    private Escalation escalation(StandingAlert alert) {
        return rules.table().row(alert.rule()).escalation();
    }

    /// Every time in an alert's life is the database's: replicas may disagree.
    private static Instant now(Sql sql) {
        return sql.first("select clock_timestamp() as now", row -> row.instant("now"))
                .orElseThrow();
    }

    /// The last statement before the commit takes the lock under which events are numbered.
    private void step(Sql sql, StandingAlert alert, AlertState next, Event event) {
        Alerts.put(sql, alert.id(), next);
        trail.done();
        AlertLog.append(sql, List.of(alert.id()), event, now(sql));
    }

    private static ProblemException resolved() {
        return ProblemException.conflict("The alert is resolved");
    }
}
