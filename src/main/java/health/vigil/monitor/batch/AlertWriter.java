package health.vigil.monitor.batch;

import health.vigil.alert.AlertTable;
import health.vigil.alert.Resolution;
import health.vigil.store.AlertGroups;
import health.vigil.store.AlertLog;
import health.vigil.store.Alerts;
import health.vigil.store.Alerts.ClearingTime;
import health.vigil.store.Alerts.NewAlert;
import health.vigil.store.Sql;
import health.vigil.store.StandingAlert;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the changes of alerts: raises new ones, ends replaced ones, and resolves or settles those whose
/// condition has cleared.
final class AlertWriter {
    private final Sql sql;
    private final AlertTable table;
    private final Instant now;

    AlertWriter(Sql sql, AlertTable table, Instant now) {
        this.sql = sql;
        this.table = table;
        this.now = now;
    }

    /// What is known about the conditions of alerts.
    interface Knowledge {
        /// The time since which a condition of an episode has cleared; empty if it is not known to have
        /// cleared.
        Optional<Instant> goneSince(Optional<UUID> episode, String condition);

        /// Whether the episode was graded again and the condition still exists.
        boolean stands(Optional<UUID> episode, String condition);
    }

    /// The condition of an unresolved alert, old or new.
    ///
    /// @param clearsAt when the alert was already going to end
    /// @param endsAt when it will end by what is known now
    private record StandingCondition(UUID id, String slot, Optional<Instant> clearsAt, Optional<Instant> endsAt) {}

    /// Writes all changes and their events.
    ///
    /// @param unresolved alerts of earlier transactions, locked
    /// @param departed the episodes of departed patients, with the resolution of their alerts
    /// @return the ids of the new alerts
    Set<UUID> write(
            List<NewAlert> raised,
            List<StandingAlert> unresolved,
            Knowledge knowledge,
            Map<UUID, Resolution> departed) {
        var plan = SuccessionPlan.of(raised, unresolved, departed);
        end(plan.ended(), Optional.empty());
        plan.departures().forEach((reason, alerts) -> end(alerts, Optional.of(reason)));
        var written = raise(plan);
        record(plan.toRecord());
        var standing = standingConditions(plan, written, knowledge);
        clear(standing);
        stopSettling(standing, plan, knowledge);
        return written.stream().map(NewAlert::id).collect(Collectors.toSet());
    }

    /// Raises the new alerts. Alerts of one event are grouped under its loudest one.
    private List<NewAlert> raise(SuccessionPlan plan) {
        var fresh = Set.copyOf(Alerts.raise(sql, plan.toRaise()));
        var events = new EventGroups(table)
                .of(plan.toRaise().stream()
                        .filter(alert -> fresh.contains(alert.id()))
                        .toList());
        events.stream()
                .flatMap(event -> EventGroups.group(event).stream())
                .forEach(group -> AlertGroups.group(sql, group));
        plan.successors().forEach((before, after) -> AlertGroups.follow(sql, before, after));
        var inOrder = EventGroups.inOrder(events).toList();
        AlertLog.append(sql, inOrder.stream().map(NewAlert::id).toList(), AlertLog.Event.RAISED, now);
        return inOrder;
    }

    /// Records facts that need no alert: each is stored and resolved at once.
    private void record(List<NewAlert> alerts) {
        AlertLog.append(sql, Alerts.raise(sql, alerts), AlertLog.Event.RESOLVED, now);
    }

    private List<StandingCondition> standingConditions(
            SuccessionPlan plan, List<NewAlert> raised, Knowledge knowledge) {
        return Stream.concat(
                        plan.standing().stream().map(alert -> condition(alert, knowledge)),
                        raised.stream().map(alert -> condition(alert, knowledge)))
                .distinct()
                .toList();
    }

    private StandingCondition condition(StandingAlert alert, Knowledge knowledge) {
        var settles = table.row(alert.rule()).settles();
        return new StandingCondition(
                alert.id(),
                alert.slot(),
                alert.clearsAt(),
                knowledge.goneSince(alert.episode(), alert.condition()).map(since -> since.plus(settles)));
    }

    private StandingCondition condition(NewAlert alert, Knowledge knowledge) {
        var settles = table.row(alert.occurrence().rule()).settles();
        return new StandingCondition(
                alert.id(),
                alert.slot(),
                Optional.empty(),
                knowledge
                        .goneSince(
                                alert.subject().episode(),
                                alert.occurrence().condition().key())
                        .map(since -> since.plus(settles)));
    }

    /// Resolves alerts whose condition has cleared, or starts their settle time.
    private void clear(List<StandingCondition> standing) {
        end(
                standing.stream()
                        .filter(alert ->
                                alert.endsAt.filter(at -> !at.isAfter(now)).isPresent())
                        .map(StandingCondition::id)
                        .toList(),
                Optional.empty());
        Alerts.clearing(
                sql,
                standing.stream()
                        .filter(alert -> alert.clearsAt.isEmpty()
                                && alert.endsAt.filter(at -> at.isAfter(now)).isPresent())
                        .map(alert -> new ClearingTime(alert.id, alert.endsAt))
                        .toList());
    }

    /// Stops the settle time of alerts whose condition is back.
    private void stopSettling(List<StandingCondition> standing, SuccessionPlan plan, Knowledge knowledge) {
        var again = plan.slots();
        var stands = plan.standing().stream()
                .filter(alert -> knowledge.stands(alert.episode(), alert.condition()))
                .map(StandingAlert::id)
                .collect(Collectors.toSet());
        Alerts.clearing(
                sql,
                standing.stream()
                        .filter(alert -> alert.clearsAt.isPresent())
                        .filter(alert -> stands.contains(alert.id) || again.contains(alert.slot))
                        .map(alert -> new ClearingTime(alert.id, Optional.empty()))
                        .toList());
    }

    void end(List<UUID> alerts, Optional<Resolution> reason) {
        Alerts.resolve(sql, alerts, now, reason);
        AlertLog.append(sql, alerts, AlertLog.Event.RESOLVED, now);
    }
}
