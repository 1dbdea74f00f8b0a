package health.vigil.monitor;

import health.vigil.alert.AlertRules;
import health.vigil.alert.AlertState;
import health.vigil.alert.AlertType;
import health.vigil.alert.Condition;
import health.vigil.alert.Conditions;
import health.vigil.alert.Escalation;
import health.vigil.alert.ObservationAlerts;
import health.vigil.alert.Occurrence;
import health.vigil.alert.Occurrence.Wording;
import health.vigil.alert.Priority;
import health.vigil.grading.GradeReport;
import health.vigil.observation.ObservationId;
import health.vigil.store.AlertLog;
import health.vigil.store.Alerts;
import health.vigil.store.Alerts.Raised;
import health.vigil.store.Alerts.Subject;
import health.vigil.store.Alerts.Unresolved;
import health.vigil.store.Episode;
import health.vigil.store.Sql;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Gathers the alerts of one transaction, and writes them as its last statements: the numbers of events are given under
/// one lock that every writer of alerts needs.
final class AlertWork {
    private final Escalation escalation;
    private final Instant now;
    private final List<Raised> raised = new ArrayList<>();
    private final List<Episode> episodes = new ArrayList<>();
    private final Map<UUID, GradeReport> reports = new HashMap<>();
    private final Map<UUID, Set<String>> ended = new HashMap<>();

    AlertWork(Escalation escalation, Instant now) {
        this.escalation = escalation;
        this.now = now;
    }

    void regraded(Regraded regraded) {
        var episode = regraded.touch().episode();
        episodes.add(episode);
        reports.put(episode.id(), regraded.folded().now());
        ended.put(episode.id(), ObservationAlerts.ended(regraded.touch().fresh()));
        AlertRules.occurrences(regraded.news()).forEach(occurrence -> raise(Subject.of(episode), occurrence));
    }

    void gradingFailed(Episode episode) {
        raise(
                Subject.of(episode),
                new Occurrence(
                        AlertType.GRADING_UNAVAILABLE,
                        new Condition.Happened(AlertType.GRADING_UNAVAILABLE, "rules"),
                        Priority.HIGH,
                        new Wording("Automatic grading unavailable", "The rules failed on this patient: grade by hand"),
                        now,
                        Optional.empty(),
                        Optional.empty()));
    }

    void idConflict(Subject subject, ObservationId id, Instant effectiveAt) {
        raise(
                subject,
                new Occurrence(
                        AlertType.QUARANTINE,
                        new Condition.Happened(AlertType.QUARANTINE, id.value()),
                        Priority.MEDIUM,
                        new Wording("Conflicting observation", "An id was sent again with other content"),
                        effectiveAt,
                        Optional.of(id),
                        Optional.empty()));
    }

    private void raise(Subject subject, Occurrence occurrence) {
        var state = AlertState.Open.raised(escalation, occurrence.priority(), now);
        raised.add(new Raised(id(subject, occurrence), subject, occurrence, now, state));
    }

    /// The same for the same fact, whoever tells it and how often.
    private static UUID id(Subject subject, Occurrence occurrence) {
        var name = String.join(
                "|",
                "alert",
                subject.episode().map(UUID::toString).orElse(""),
                occurrence.type().word(),
                occurrence.condition().key(),
                occurrence.effectiveAt().toString(),
                occurrence.observation().map(ObservationId::value).orElse(""));
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes alerts and their events, and tells which alerts are new.
    List<Raised> write(Sql sql) {
        var unresolved = episodes.isEmpty() ? List.<Unresolved>of() : Alerts.unresolved(sql, episodes);
        var overtaken =
                unresolved.stream().filter(this::overtaken).map(Unresolved::id).toList();
        resolve(sql, overtaken);
        var fresh = raised.isEmpty() ? List.<UUID>of() : Alerts.raise(sql, raised);
        AlertLog.append(sql, overtaken, AlertLog.Event.RESOLVED, now);
        AlertLog.append(sql, fresh, AlertLog.Event.RAISED, now);
        var cleared = cleared(unresolved, overtaken, fresh);
        resolve(sql, cleared);
        AlertLog.append(sql, cleared, AlertLog.Event.RESOLVED, now);
        var isFresh = new HashSet<>(fresh);
        return raised.stream().filter(alert -> isFresh.remove(alert.id())).toList();
    }

    private void resolve(Sql sql, List<UUID> alerts) {
        if (!alerts.isEmpty()) {
            Alerts.resolve(sql, alerts, now);
        }
    }

    /// Someone has answered for what happened before; now it has happened again.
    private boolean overtaken(Unresolved alert) {
        return alert.acknowledged()
                && raised.stream()
                        .filter(again -> again.occurrence().condition() instanceof Condition.Happened)
                        .anyMatch(again -> again.subject().episode().equals(Optional.of(alert.episode()))
                                && again.occurrence().condition().key().equals(alert.condition())
                                && !again.id().equals(alert.id()));
    }

    private List<UUID> cleared(List<Unresolved> before, List<UUID> overtaken, List<UUID> fresh) {
        var cleared = new ArrayList<UUID>();
        before.stream()
                .filter(alert -> !overtaken.contains(alert.id()))
                .filter(alert -> cleared(alert.episode(), alert.condition()))
                .forEach(alert -> cleared.add(alert.id()));
        var isFresh = new HashSet<>(fresh);
        raised.stream()
                .filter(alert -> isFresh.contains(alert.id()))
                .filter(alert -> alert.subject()
                        .episode()
                        .filter(episode ->
                                cleared(episode, alert.occurrence().condition().key()))
                        .isPresent())
                .map(Raised::id)
                .distinct()
                .forEach(cleared::add);
        return cleared;
    }

    private boolean cleared(UUID episode, String condition) {
        return ended.getOrDefault(episode, Set.of()).contains(condition)
                || Optional.ofNullable(reports.get(episode))
                        .filter(now -> Conditions.cleared(condition, now))
                        .isPresent();
    }
}
