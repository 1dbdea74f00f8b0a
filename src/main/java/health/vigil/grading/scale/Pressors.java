package health.vigil.grading.scale;

import health.vigil.grading.AgentInfusions;
import health.vigil.grading.Infusions;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.FluidReason;
import health.vigil.observation.Observation;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import health.vigil.observation.VasopressorAgent.AgentClass;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The running vasopressors at an instant, without inotropes, and the boluses of the day before it.
///
/// @param running the records of each running agent since its start
/// @param overlap how long two agents run together before they are multiple
/// @param weight the patient's weight, kg
record Pressors(
        Instant at,
        Map<VasopressorAgent, List<Observation>> running,
        Infusions infusions,
        int boluses,
        Duration overlap,
        Optional<BigDecimal> weight) {
    private static final Duration DAY = Duration.ofDays(1);

    static Pressors of(List<Observation> inOrder, Instant at, Circumstances circumstances) {
        var running = new EnumMap<VasopressorAgent, List<Observation>>(VasopressorAgent.class);
        var infusions = Infusions.NONE;
        for (var sameInstant : instants(inOrder)) {
            infusions = infusions.with(sameInstant);
            update(running, infusions, sameInstant);
        }
        int boluses = (int) inOrder.stream()
                .filter(observation -> observation.content() instanceof FluidBolus bolus
                        && bolus.reason() == FluidReason.HYPOTENSION
                        && !at.isAfter(observation.effectiveAt().plus(DAY)))
                .count();
        return new Pressors(at, running, infusions, boluses, circumstances.overlap(), circumstances.weight());
    }

    private static Collection<List<Observation>> instants(List<Observation> inOrder) {
        return inOrder.stream()
                .filter(observation -> observation.content() instanceof Vasopressor vasopressor
                        && vasopressor.agent().vasopressor())
                .collect(Collectors.groupingBy(Observation::effectiveAt, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    static Vasopressor vasopressor(Observation observation) {
        return (Vasopressor) observation.content();
    }

    private static void update(
            Map<VasopressorAgent, List<Observation>> running, Infusions infusions, List<Observation> sameInstant) {
        running.keySet().retainAll(infusions.running().keySet());
        sameInstant.stream()
                .filter(observation ->
                        infusions.running().containsKey(vasopressor(observation).agent()))
                .forEach(observation -> running.computeIfAbsent(
                                vasopressor(observation).agent(), _ -> new ArrayList<>())
                        .add(observation));
    }

    boolean any() {
        return !running.isEmpty();
    }

    /// Whether two or more run, counting vasopressin, once the second has run as long as ASTCT requires.
    boolean multipleOfAll() {
        return multiple(infusions.running().values().stream());
    }

    /// The same without vasopressin.
    boolean multiple() {
        return multiple(infusions.running().entrySet().stream()
                .filter(entry -> entry.getKey().agentClass() == AgentClass.VASOPRESSOR)
                .map(Map.Entry::getValue));
    }

    private boolean multiple(Stream<AgentInfusions> agents) {
        return agents.map(agent -> agent.start().at())
                .sorted()
                .skip(1)
                .findFirst()
                .filter(second -> !at.isBefore(second.plus(overlap)))
                .isPresent();
    }

    /// The number of agents whose dose can be high: all but vasopressin.
    long countable() {
        return running.keySet().stream()
                .filter(agent -> agent.agentClass() != AgentClass.VASOPRESSIN)
                .count();
    }

    boolean vasopressin() {
        return running.keySet().stream().anyMatch(agent -> agent.agentClass() == AgentClass.VASOPRESSIN);
    }

    /// Whether the dose is high; absent if a dose is not charted in a usable unit.
    Optional<Boolean> highDose() {
        return HighDose.of(this);
    }

    Optional<Observation> latest() {
        return running.values().stream()
                .map(List::getLast)
                .max(Comparator.comparing(Observation::effectiveAt).thenComparing(Observation::id));
    }

    String description() {
        var names = running.keySet().stream()
                .map(agent -> agent.word().replace('-', ' '))
                .toList();
        return String.join(" and ", names);
    }
}
