package health.vigil.monitor.round;

import health.vigil.alert.AlertRules;
import health.vigil.alert.AlertState;
import health.vigil.alert.Conditions;
import health.vigil.alert.Voice;
import health.vigil.store.AlertGroups;
import health.vigil.store.AlertGroups.AlertGroup;
import health.vigil.store.Sql;
import health.vigil.store.StandingAlert;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// When the alert that speaks for a group is resolved, the loudest of the remaining alerts takes its place.
final class SpeakerSuccession {
    private final AlertRules rules;
    private final Instant now;

    SpeakerSuccession(AlertRules rules, Instant now) {
        this.rules = rules;
        this.now = now;
    }

    /// @param left the alerts that lost their speaker, with their titles
    void appoint(Sql sql, Map<StandingAlert, String> left) {
        left.keySet().stream()
                .collect(Collectors.groupingBy(StandingAlert::groupedUnder))
                .values()
                .forEach(rest -> {
                    var speaker =
                            rest.stream().max(Comparator.comparing(this::voice)).orElseThrow();
                    var others = rest.stream()
                            .filter(alert -> !alert.id().equals(speaker.id()))
                            .toList();
                    AlertGroups.group(
                            sql,
                            new AlertGroup(
                                    speaker.id(),
                                    others.stream().map(StandingAlert::id).toList(),
                                    others.stream()
                                            .map(alert -> String.valueOf(left.get(alert)))
                                            .toList(),
                                    nextEscalation(speaker)));
                });
    }

    private Voice voice(StandingAlert alert) {
        return Conditions.of(alert.condition())
                .map(condition -> rules.table().voice(alert.rule(), condition))
                .orElseGet(() -> new Voice(rules.table().row(alert.rule()).priority(), 0));
    }

    /// Its escalation starts now, because nobody was asked to answer it before.
    private Optional<Instant> nextEscalation(StandingAlert speaker) {
        return speaker.state() instanceof AlertState.Open
                ? AlertState.Open.raised(rules.table().row(speaker.rule()).escalation(), now)
                        .nextEscalation()
                : Optional.empty();
    }
}
