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

/// Writes what becomes of alerts: what is overtaken ends, what is new begins, what has cleared ends or settles.
final class AlertWriter {
    private final Sql sql;
    private final AlertTable table;
    private final Instant now;

    AlertWriter(Sql sql, AlertTable table, Instant now) {
        this.sql = sql;
        this.table = table;
        this.now = now;
    }

    /// What is known of the conditions of alerts.
    interface Knowledge {
        /// Since when a condition of an episode is gone; empty while it is not known to have cleared.
        Optional<Instant> goneSince(Optional<UUID> episode, String condition);

        /// Whether the grades of an episode were looked at anew and say that the condition stands.
        boolean stands(Optional<UUID> episode, String condition);
    }

    /// A condition that an alert, new or old, is about.
    private record StandingCondition(UUID id, String slot, Optional<Instant> clearsAt, Optional<Instant> endsAt) {}

    /// Writes all of it, with its events.
    ///
    /// @param unresolved what was told before, locked
    /// @param departed whose patient is gone, and how
    /// @return which alerts are new and told
    Set<UUID> write(
            List<NewAlert> raised,
            List<StandingAlert> unresolved,
            Knowledge knowledge,
            Map<UUID, Resolution> departed) {
        var plan = SuccessionPlan.of(raised, unresolved, departed);
        end(plan.ended(), Optional.empty());
        plan.departures().forEach((reason, alerts) -> end(alerts, Optional.of(reason)));
        var told = raise(plan);
        record(plan.recorded());
        var standing = standing(plan, told, knowledge);
        clear(standing);
        stand(standing, plan, knowledge);
        return told.stream().map(NewAlert::id).collect(Collectors.toSet());
    }

    /// Alerts that are told. Those of one event are told by one of them.
    private List<NewAlert> raise(SuccessionPlan plan) {
        var fresh = Set.copyOf(Alerts.raise(sql, plan.told()));
        var told = new EventGroups(table)
                .of(plan.told().stream()
                        .filter(alert -> fresh.contains(alert.id()))
                        .toList());
        told.stream()
                .flatMap(event -> EventGroups.group(event).stream())
                .forEach(group -> AlertGroups.group(sql, group));
        plan.successors().forEach((before, after) -> AlertGroups.follow(sql, before, after));
        var inOrder = EventGroups.inOrder(told).toList();
        AlertLog.append(sql, inOrder.stream().map(NewAlert::id).toList(), AlertLog.Event.RAISED, now);
        return inOrder;
    }

    /// Facts that nobody has to be told of: they end as they are recorded.
    private void record(List<NewAlert> alerts) {
        AlertLog.append(sql, Alerts.raise(sql, alerts), AlertLog.Event.RESOLVED, now);
    }

    private List<StandingCondition> standing(SuccessionPlan plan, List<NewAlert> told, Knowledge knowledge) {
        return Stream.concat(
                        plan.standing().stream().map(alert -> condition(alert, knowledge)),
                        told.stream().map(alert -> condition(alert, knowledge)))
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

    /// What has cleared is resolved, at once or when it stays so for as long as the table says.
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

    /// What was about to clear, and is there again.
    private void stand(List<StandingCondition> standing, SuccessionPlan plan, Knowledge knowledge) {
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
