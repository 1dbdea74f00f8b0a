package health.vigil.monitor.batch;

import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertState;
import health.vigil.alert.AlertTable;
import health.vigil.alert.Condition;
import health.vigil.alert.Conditions;
import health.vigil.store.AlertLog;
import health.vigil.store.Alerts;
import health.vigil.store.Alerts.ClearingTime;
import health.vigil.store.Alerts.NewAlert;
import health.vigil.store.Alerts.StandingAlert;
import health.vigil.store.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
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

    /// A condition that an alert, new or old, is about.
    private record StandingCondition(
            UUID id, Optional<UUID> episode, AlertRule rule, String condition, Optional<Instant> clearsAt) {
        static StandingCondition of(StandingAlert alert) {
            return new StandingCondition(
                    alert.id(), alert.episode(), alert.rule(), alert.condition(), alert.clearsAt());
        }

        static StandingCondition of(NewAlert alert) {
            return new StandingCondition(
                    alert.id(),
                    alert.subject().episode(),
                    alert.occurrence().rule(),
                    alert.occurrence().condition().key(),
                    Optional.empty());
        }

        String slot() {
            return episode.map(UUID::toString).orElse("") + condition;
        }
    }

    /// Writes all of it, with its events.
    ///
    /// @param unresolved what was told before, locked
    /// @param cleared whether an episode's condition of a name has cleared
    /// @param graded whether an episode was graded again, so that its grades say what stands
    /// @return which alerts are new
    Set<UUID> write(
            List<NewAlert> raised,
            List<StandingAlert> unresolved,
            BiPredicate<Optional<UUID>, String> cleared,
            Predicate<Optional<UUID>> graded) {
        var overtaken = unresolved.stream()
                .filter(alert -> raised.stream().anyMatch(again -> overtakes(again, alert)))
                .map(StandingAlert::id)
                .toList();
        resolve(overtaken);
        var fresh = new HashSet<UUID>();
        var replaced = new HashSet<UUID>();
        raise(raised, fresh, replaced);
        var told = Stream.concat(
                        unresolved.stream()
                                .filter(alert -> !overtaken.contains(alert.id()))
                                .map(StandingCondition::of),
                        raised.stream()
                                .filter(alert -> fresh.contains(alert.id()) && !replaced.contains(alert.id()))
                                .map(StandingCondition::of))
                .distinct()
                .toList();
        end(told, cleared);
        stand(
                told,
                raised,
                (episode, key) -> graded.test(episode) && Conditions.graded(key) && !cleared.test(episode, key));
        return fresh;
    }

    /// Someone has answered for what happened before, and now it has happened again; or a grade rose to the same level
    /// once more.
    private static boolean overtakes(NewAlert again, StandingAlert alert) {
        var condition = again.occurrence().condition();
        var same = condition.key().equals(alert.condition())
                && again.subject().episode().equals(alert.episode())
                && !again.id().equals(alert.id());
        return same
                && switch (condition) {
                    case Condition.GradeReached _ ->
                        again.occurrence().effectiveAt().isAfter(alert.effectiveAt());
                    case Condition.Happened _ -> alert.state() instanceof AlertState.Acknowledged;
                    default -> false;
                };
    }

    /// Raises in waves, for a grade that rises twice to one level is two alerts, the second in place of the first.
    private void raise(List<NewAlert> raised, Collection<UUID> fresh, Collection<UUID> replaced) {
        Map<String, UUID> latest = new HashMap<>();
        for (var wave : waves(raised)) {
            var before = wave.stream()
                    .flatMap(alert -> Optional.ofNullable(latest.get(slot(alert))).stream())
                    .toList();
            resolve(before);
            replaced.addAll(before);
            var told = Alerts.raise(sql, wave);
            AlertLog.append(sql, told, AlertLog.Event.RAISED, now);
            fresh.addAll(told);
            wave.stream()
                    .filter(alert -> told.contains(alert.id()))
                    .forEach(alert -> latest.put(slot(alert), alert.id()));
        }
    }

    private static List<List<NewAlert>> waves(List<NewAlert> raised) {
        var waves = new ArrayList<List<NewAlert>>();
        Map<String, Integer> seen = new HashMap<>();
        for (var alert : raised) {
            var recurs = alert.occurrence().condition() instanceof Condition.GradeReached;
            var wave = recurs ? seen.merge(slot(alert), 1, Integer::sum) - 1 : 0;
            while (waves.size() <= wave) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(alert);
        }
        return waves;
    }

    private static String slot(NewAlert alert) {
        return alert.subject().episode().map(UUID::toString).orElse("")
                + alert.occurrence().condition().key();
    }

    /// What has cleared is resolved, at once or when it stays so for as long as the table says.
    private void end(List<StandingCondition> told, BiPredicate<Optional<UUID>, String> cleared) {
        var gone = told.stream()
                .filter(alert -> cleared.test(alert.episode, alert.condition))
                .toList();
        resolve(gone.stream()
                .filter(alert -> table.row(alert.rule).settles().isZero())
                .map(StandingCondition::id)
                .toList());
        Alerts.clearing(
                sql,
                gone.stream()
                        .filter(alert -> !table.row(alert.rule).settles().isZero() && alert.clearsAt.isEmpty())
                        .map(alert -> new ClearingTime(
                                alert.id,
                                Optional.of(now.plus(table.row(alert.rule).settles()))))
                        .toList());
    }

    /// What was about to clear, and is there again.
    private void stand(
            List<StandingCondition> told, List<NewAlert> raised, BiPredicate<Optional<UUID>, String> stands) {
        var again = raised.stream().map(AlertWriter::slot).toList();
        Alerts.clearing(
                sql,
                told.stream()
                        .filter(alert -> alert.clearsAt.isPresent())
                        .filter(alert -> stands.test(alert.episode, alert.condition) || again.contains(alert.slot()))
                        .map(alert -> new ClearingTime(alert.id, Optional.empty()))
                        .toList());
    }

    private void resolve(List<UUID> alerts) {
        Alerts.resolve(sql, alerts, now);
        AlertLog.append(sql, alerts, AlertLog.Event.RESOLVED, now);
    }
}
