package health.vigil.api.alerts;

import health.vigil.access.AuditTrail;
import health.vigil.access.CurrentUser;
import health.vigil.api.Moment;
import health.vigil.api.ProblemException;
import health.vigil.api.Transactions;
import health.vigil.observation.Word;
import health.vigil.store.AlertLog;
import health.vigil.store.AlertLog.Event;
import health.vigil.store.AlertRow;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Answers to alerts, and answers taken back. Repeating either changes nothing; nobody answers what is resolved.
@ApplicationScoped
class Acknowledgements {
    private final Transactions transactions;
    private final AnswerSettings settings;
    private final CurrentUser user;
    private final AuditTrail trail;
    private final AnswerTimes times;

    Acknowledgements(
            Transactions transactions, AnswerSettings settings, CurrentUser user, AuditTrail trail, AnswerTimes times) {
        this.transactions = transactions;
        this.settings = settings;
        this.user = user;
        this.trail = trail;
        this.times = times;
    }

    void acknowledge(UUID id, Optional<String> note) {
        change(id, Life.OPEN, Event.ACKNOWLEDGED, alert -> {
            var now = Moment.now();
            alert.state = Life.ACKNOWLEDGED.word();
            alert.acknowledgedBy = user.username();
            alert.acknowledgedAt = now;
            alert.acknowledgedUntil = now.plus(settings.lasts());
            alert.note = note.orElse(null);
            alert.nextEscalationAt = null;
            times.answered(alert.priority, Duration.between(alert.raisedAt, now));
        });
    }

    /// The alert is open again, and told again.
    void takeBack(UUID id) {
        change(id, Life.ACKNOWLEDGED, Event.RAISED, alert -> {
            alert.state = Life.OPEN.word();
            alert.acknowledgedBy = null;
            alert.acknowledgedAt = null;
            alert.acknowledgedUntil = null;
            alert.note = null;
            alert.nextEscalationAt = Moment.now().plus(settings.grace());
        });
    }

    private void change(UUID id, Life from, Event event, Consumer<AlertRow> change) {
        transactions.run(sql -> {
            AlertRow alert = AlertRow.findById(id, LockModeType.PESSIMISTIC_WRITE);
            if (life(alert) == Life.RESOLVED) {
                throw ProblemException.conflict("The alert is resolved");
            }
            if (life(alert) == from) {
                change.accept(alert);
                Optional.ofNullable(alert.note).ifPresent(trail::because);
                tell(sql, alert, event);
            }
            return id;
        });
    }

    private static Life life(AlertRow alert) {
        return Word.of(Life.class, alert.state).orElseThrow();
    }

    /// The last statement before the commit: it takes the lock under which events are numbered.
    private void tell(Sql sql, AlertRow alert, Event event) {
        alert.persistAndFlush();
        trail.done();
        AlertLog.append(sql, List.of(alert.id), event, Moment.now());
    }
}
