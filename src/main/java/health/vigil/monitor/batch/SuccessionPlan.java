package health.vigil.monitor.batch;

import health.vigil.alert.AlertState;
import health.vigil.alert.Condition;
import health.vigil.alert.Resolution;
import health.vigil.alert.Succession;
import health.vigil.store.Alerts.NewAlert;
import health.vigil.store.StandingAlert;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Decides which new alerts are raised, which are only recorded, and which existing alerts end.
///
/// @param toRaise alerts to raise
/// @param toRecord facts that are stored as resolved: they were over before they were known, or the patient
///     is gone
/// @param successors the new alert that replaces each existing one
/// @param departures the alerts of departed patients, by resolution
/// @param standing existing alerts that stay unresolved
record SuccessionPlan(
        List<NewAlert> toRaise,
        List<NewAlert> toRecord,
        Map<UUID, UUID> successors,
        Map<Resolution, List<UUID>> departures,
        List<StandingAlert> standing) {
    static SuccessionPlan of(List<NewAlert> raised, List<StandingAlert> unresolved, Map<UUID, Resolution> departed) {
        var departures = new EnumMap<Resolution, List<UUID>>(Resolution.class);
        var staying = new ArrayList<StandingAlert>();
        for (var alert : unresolved) {
            departed(departed, alert.episode())
                    .filter(_ -> alert.rule().endsWithTheStay())
                    .ifPresentOrElse(
                            reason -> departures
                                    .computeIfAbsent(reason, _ -> new ArrayList<>())
                                    .add(alert.id()),
                            () -> staying.add(alert));
        }
        return new Planning(raised, staying, departed).plan(departures);
    }

    private static Optional<Resolution> departed(Map<UUID, Resolution> departed, Optional<UUID> episode) {
        return episode.flatMap(id -> Optional.ofNullable(departed.get(id)));
    }

    /// The replaced alerts.
    List<UUID> ended() {
        return List.copyOf(successors.keySet());
    }

    /// The slots of the new alerts.
    Set<String> slots() {
        return toRaise.stream().map(NewAlert::slot).collect(Collectors.toSet());
    }

    private record Planning(List<NewAlert> raised, List<StandingAlert> unresolved, Map<UUID, Resolution> departed) {
        SuccessionPlan plan(Map<Resolution, List<UUID>> departures) {
            var toRaise = new ArrayList<NewAlert>();
            var toRecord = new ArrayList<NewAlert>();
            var successors = new LinkedHashMap<UUID, UUID>();
            for (var alert : raised) {
                var ending = silentResolution(alert);
                if (ending.isPresent()) {
                    toRecord.add(alert.endedBy(ending.get()));
                } else if (isNeeded(alert)) {
                    toRaise.add(alert);
                    unresolved.stream()
                            .filter(standing -> overtakes(alert, standing))
                            .forEach(standing -> successors.put(standing.id(), alert.id()));
                }
            }
            var standing = unresolved.stream()
                    .filter(alert -> !successors.containsKey(alert.id()))
                    .toList();
            return new SuccessionPlan(toRaise, toRecord, successors, departures, standing);
        }

        /// The resolution of a fact that needs no alert.
        private Optional<Resolution> silentResolution(NewAlert alert) {
            var gone = SuccessionPlan.departed(departed, alert.subject().episode())
                    .filter(_ -> alert.occurrence().rule().endsWithTheStay());
            return gone.or(() -> Optional.of(Resolution.PASSED)
                            .filter(_ -> alert.occurrence().over()))
                    .or(() -> Optional.of(Resolution.REPEATED).filter(_ -> swings(alert)));
        }

        /// Whether a grade came back to the level of an existing alert, which then continues.
        private boolean swings(NewAlert alert) {
            var occurrence = alert.occurrence();
            return occurrence.condition() instanceof Condition.GradeReached
                    && occurrence.succession() != Succession.CONFIRMS
                    && unresolved.stream()
                            .anyMatch(standing -> sameCondition(alert, standing)
                                    && occurrence.effectiveAt().isAfter(standing.effectiveAt())
                                    && !overtakes(alert, standing));
        }

        /// Whether it is needed: the confirmation of something that was never alerted is not.
        private boolean isNeeded(NewAlert alert) {
            return alert.occurrence().succession() != Succession.CONFIRMS
                    || unresolved.stream()
                            .anyMatch(standing -> sameCondition(alert, standing)
                                    && alert.occurrence().rule().sharpens(standing.rule()))
                    || raised.stream()
                            .anyMatch(other -> other.slot().equals(alert.slot())
                                    && alert.occurrence()
                                            .rule()
                                            .sharpens(other.occurrence().rule()));
        }

        private static boolean sameCondition(NewAlert again, StandingAlert standing) {
            return again.slot().equals(standing.slot()) && !again.id().equals(standing.id());
        }

        private static boolean overtakes(NewAlert again, StandingAlert standing) {
            var occurrence = again.occurrence();
            return sameCondition(again, standing)
                    && (occurrence.rule().sharpens(standing.rule())
                            || switch (occurrence.succession()) {
                                case REPLACES ->
                                    standing.clearsAt().isEmpty()
                                            && occurrence.effectiveAt().isAfter(standing.effectiveAt());
                                case FOLLOWS_AN_ANSWER -> standing.state() instanceof AlertState.Acknowledged;
                                case CONTINUES, CONFIRMS -> false;
                            });
        }
    }
}
