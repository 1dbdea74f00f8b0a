package health.vigil.grading;

import health.vigil.observation.InfusionAction;
import health.vigil.observation.Observation;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The infusions for the circulation that are running.
record Infusions(Map<VasopressorAgent, Start> running) {
    static final Infusions NONE = new Infusions(Map.of());

    Infusions {
        running = running.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(running));
    }

    /// A start of a running agent changes nothing. At one instant, stops must come before starts.
    Infusions with(Observation observation, Vasopressor vasopressor) {
        var next = new EnumMap<VasopressorAgent, Start>(VasopressorAgent.class);
        next.putAll(running);
        if (vasopressor.action() == InfusionAction.STOPPED) {
            next.remove(vasopressor.agent());
        } else {
            next.putIfAbsent(vasopressor.agent(), new Start(observation.effectiveAt(), observation.id()));
        }
        return new Infusions(next);
    }

    boolean anyVasopressor() {
        return !running.isEmpty() && running.keySet().stream().anyMatch(agent -> !agent.inotrope());
    }

    boolean anyInotrope() {
        return !running.isEmpty() && running.keySet().stream().anyMatch(VasopressorAgent::inotrope);
    }

    boolean vasopressinOnly() {
        return anyVasopressor() && countable().isEmpty();
    }

    /// The agents that count towards "multiple", by start: vasopressors other than vasopressin.
    List<Map.Entry<VasopressorAgent, Start>> countable() {
        return running.entrySet().stream()
                .filter(entry -> !entry.getKey().inotrope() && entry.getKey() != VasopressorAgent.VASOPRESSIN)
                .sorted(Comparator.comparing(entry -> entry.getValue().at()))
                .toList();
    }

    /// The start of the second countable agent, from which the overlap is measured.
    Optional<Start> second() {
        return running.size() < 2
                ? Optional.empty()
                : countable().stream().skip(1).findFirst().map(Map.Entry::getValue);
    }
}
