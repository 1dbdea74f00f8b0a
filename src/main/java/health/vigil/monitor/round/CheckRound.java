package health.vigil.monitor.round;

import health.vigil.alert.AlertRules;
import health.vigil.alert.CheckAlerts;
import health.vigil.alert.Condition;
import health.vigil.alert.DueCheck;
import health.vigil.alert.MonitoringPlan;
import health.vigil.alert.Severity;
import health.vigil.history.Episode;
import health.vigil.monitor.batch.AlertCollector;
import health.vigil.store.Alerts.AlertSubject;
import health.vigil.store.Database;
import health.vigil.store.Episodes;
import health.vigil.store.GradeQueries;
import health.vigil.store.HospitalSettings;
import health.vigil.store.MonitoredEpisodes;
import health.vigil.store.Observations;
import health.vigil.store.Sql;
import health.vigil.store.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Raises alerts for overdue checks. Each watched episode has exactly one timer. When it is due, the round
/// reads the database and decides which checks are overdue and when to look again.
@ApplicationScoped
public class CheckRound {
    /// The longest time between two looks at an episode.
    private static final Duration ROUND = Duration.ofHours(1);

    private final Database database;
    private final MonitoringPlan plan;
    private final AlertRules rules;
    private final HospitalSettings hospital;
    private final GradeQueries grades;

    public CheckRound(
            Database database, MonitoringPlan plan, AlertRules rules, HospitalSettings hospital, GradeQueries grades) {
        this.database = database;
        this.plan = plan;
        this.rules = rules;
        this.hospital = hospital;
        this.grades = grades;
    }

    /// Fires the due timers. Every replica may call this: row locks let only one fire each timer.
    void fire() {
        DueTimers.fire(database, Timers.CHECK, this::look);
    }

    private void look(Sql sql, String subject) {
        var id = UUID.fromString(subject);
        var episode = Episodes.lockPatientsOf(sql, List.of(id)).values().stream()
                .flatMap(List::stream)
                .filter(each -> each.id().equals(id))
                .findFirst();
        var now = Timers.claim(sql, Timers.CHECK, subject);
        if (episode.isEmpty() || now.isEmpty()) {
            return;
        }
        var due = due(sql, episode.get(), now.get());
        Timers.rearm(sql, Timers.CHECK, subject, next(due, now.get()));
        raise(sql, AlertSubject.of(episode.get()), id, overdue(due, now.get()), now.get());
    }

    private List<DueCheck> due(Sql sql, Episode episode, Instant now) {
        return Optional.ofNullable(
                        MonitoredEpisodes.facts(sql, List.of(episode), now, Observations.EVER, hospital.timeZone())
                                .get(episode.id()))
                .map(facts -> plan.due(facts, severity(sql, episode, now), now))
                .orElseThrow(() -> new IllegalStateException("There is no such episode"));
    }

    /// An episode that cannot be graded is checked as often as one whose grade is not known.
    private Severity severity(Sql sql, Episode episode, Instant now) {
        return episode.gradingUnavailable().isPresent()
                ? Severity.UNKNOWN
                : Severity.of(grades.report(sql, episode, now));
    }

    private List<DueCheck> overdue(List<DueCheck> due, Instant now) {
        return due.stream()
                .filter(check -> check.alertedBy(now.minus(plan.grace())))
                .toList();
    }

    /// Empty if the patient is no longer watched.
    private Optional<Instant> next(List<DueCheck> due, Instant now) {
        return due.isEmpty()
                ? Optional.empty()
                : Stream.concat(
                                due.stream()
                                        .map(check -> check.alertAt().plus(plan.grace()))
                                        .filter(at -> at.isAfter(now)),
                                Stream.of(now.plus(ROUND)))
                        .min(Comparator.naturalOrder());
    }

    private void raise(Sql sql, AlertSubject subject, UUID episode, List<DueCheck> overdue, Instant now) {
        var alerts = new AlertCollector(rules, now);
        var standing = overdue.stream()
                .map(check -> new Condition.CheckOverdue(check.check()).key())
                .toList();
        overdue.forEach(check -> alerts.raise(subject, CheckAlerts.overdue(check, now, hospital.timeZone())));
        alerts.clears(episode, key -> key.startsWith(Condition.CheckOverdue.PREFIX) && !standing.contains(key));
        alerts.write(sql);
    }
}
