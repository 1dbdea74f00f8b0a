package health.vigil.grading.scale;

import health.vigil.observation.FluidBolus;
import health.vigil.observation.FluidReason;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.Observation;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The vasopressors that run at an instant, inotropes aside, and the boluses of the day before it.
///
/// @param running each agent's entries since it was started, the dose of each in force until the next
record Pressors(Instant at, Map<VasopressorAgent, List<Observation>> running, int boluses) {
    private static final Duration DAY = Duration.ofDays(1);

    static Pressors of(List<Observation> inOrder, Instant at) {
        var running = new EnumMap<VasopressorAgent, List<Observation>>(VasopressorAgent.class);
        inOrder.stream()
                .filter(observation -> observation.content() instanceof Vasopressor)
                .sorted(Comparator.comparing(Observation::effectiveAt)
                        .thenComparing(observation -> vasopressor(observation).action() == InfusionAction.STARTED))
                .forEach(observation -> change(running, observation));
        int boluses = (int) inOrder.stream()
                .filter(observation -> observation.content() instanceof FluidBolus bolus
                        && bolus.reason() == FluidReason.HYPOTENSION
                        && !at.isAfter(observation.effectiveAt().plus(DAY)))
                .count();
        return new Pressors(at, running, boluses);
    }

    static Vasopressor vasopressor(Observation observation) {
        return (Vasopressor) observation.content();
    }

    private static void change(Map<VasopressorAgent, List<Observation>> running, Observation observation) {
        var vasopressor = vasopressor(observation);
        if (vasopressor.action() == InfusionAction.STOPPED) {
            running.remove(vasopressor.agent());
        } else if (!vasopressor.agent().inotrope()) {
            running.computeIfAbsent(vasopressor.agent(), _ -> new ArrayList<>()).add(observation);
        }
    }

    boolean any() {
        return !running.isEmpty();
    }

    /// Two or more other than vasopressin.
    boolean multiple() {
        return countable() > 1;
    }

    long countable() {
        return running.keySet().stream()
                .filter(agent -> agent != VasopressorAgent.VASOPRESSIN)
                .count();
    }

    boolean vasopressin() {
        return running.containsKey(VasopressorAgent.VASOPRESSIN);
    }

    /// Whether the dose is high; absent when a dose is not charted in a unit that tells.
    Optional<Boolean> highDose() {
        return HighDose.of(this);
    }

    Optional<Observation> latest() {
        return running.values().stream()
                .map(List::getLast)
                .max(Comparator.comparing(Observation::effectiveAt).thenComparing(Observation::id));
    }

    String told() {
        var names = running.keySet().stream()
                .map(agent -> agent.word().replace('-', ' '))
                .toList();
        return String.join(" and ", names);
    }
}
