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

/// What follows what: which alerts are told, which are only recorded, and which of those told before end.
///
/// @param told to be raised
/// @param recorded facts that end as they are recorded: over before they were known, or of a patient who is gone
/// @param successors which new alert is told in place of which one before
/// @param departures alerts of patients who are gone, by what became of them
/// @param standing what was told before and goes on
record SuccessionPlan(
        List<NewAlert> told,
        List<NewAlert> recorded,
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

    /// What is overtaken.
    List<UUID> ended() {
        return List.copyOf(successors.keySet());
    }

    /// The conditions that stand again by what is new.
    Set<String> slots() {
        return told.stream().map(NewAlert::slot).collect(Collectors.toSet());
    }

    private record Planning(List<NewAlert> raised, List<StandingAlert> unresolved, Map<UUID, Resolution> departed) {
        SuccessionPlan plan(Map<Resolution, List<UUID>> departures) {
            var told = new ArrayList<NewAlert>();
            var recorded = new ArrayList<NewAlert>();
            var successors = new LinkedHashMap<UUID, UUID>();
            for (var alert : raised) {
                var ending = quiet(alert);
                if (ending.isPresent()) {
                    recorded.add(alert.endedBy(ending.get()));
                } else if (wanted(alert)) {
                    told.add(alert);
                    unresolved.stream()
                            .filter(standing -> overtakes(alert, standing))
                            .forEach(standing -> successors.put(standing.id(), alert.id()));
                }
            }
            var standing = unresolved.stream()
                    .filter(alert -> !successors.containsKey(alert.id()))
                    .toList();
            return new SuccessionPlan(told, recorded, successors, departures, standing);
        }

        /// Why nobody has to be told of it.
        private Optional<Resolution> quiet(NewAlert alert) {
            var gone = SuccessionPlan.departed(departed, alert.subject().episode())
                    .filter(_ -> alert.occurrence().rule().endsWithTheStay());
            return gone.or(() -> Optional.of(Resolution.PASSED)
                            .filter(_ -> alert.occurrence().over()))
                    .or(() -> Optional.of(Resolution.REPEATED).filter(_ -> swings(alert)));
        }

        /// A grade that swings: the alert that stands goes on.
        private boolean swings(NewAlert alert) {
            var occurrence = alert.occurrence();
            return occurrence.condition() instanceof Condition.GradeReached
                    && occurrence.succession() != Succession.CONFIRMS
                    && unresolved.stream()
                            .anyMatch(standing -> sameCondition(alert, standing)
                                    && occurrence.effectiveAt().isAfter(standing.effectiveAt())
                                    && !overtakes(alert, standing));
        }

        /// Whether it is anything but the confirmation of what nobody has told.
        private boolean wanted(NewAlert alert) {
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
