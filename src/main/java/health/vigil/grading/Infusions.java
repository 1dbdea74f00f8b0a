package health.vigil.grading;

import health.vigil.observation.Observation;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The running infusions for the circulation, by agent.
public record Infusions(Map<VasopressorAgent, AgentInfusions> running) {
    public static final Infusions NONE = new Infusions(Map.of());

    /// The order of records at one instant: ends first, then starts, then changes. So a change applies to the
    /// infusion that was just started.
    public static final Comparator<Observation> ORDER = Comparator.comparingInt(
            observation -> switch (vasopressor(observation).effect()) {
                case PAUSED, STOPPED -> 0;
                case STARTED -> 1;
                case CHANGED -> 2;
            });

    public Infusions {
        running = running.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(running));
    }

    /// Adds the records of one instant. An agent that runs before and after it has run without a break, even if an
    /// infusion was stopped and started.
    ///
    /// @param sameInstant the records of infusions at one instant, in any order
    public Infusions with(List<Observation> sameInstant) {
        var next = new EnumMap<VasopressorAgent, AgentInfusions>(VasopressorAgent.class);
        next.putAll(running);
        sameInstant.stream()
                .sorted(ORDER)
                .forEach(observation -> next.merge(
                        vasopressor(observation).agent(),
                        AgentInfusions.NONE.with(observation, vasopressor(observation)),
                        (agent, _) -> agent.with(observation, vasopressor(observation))));
        next.replaceAll((agent, infusions) -> Optional.ofNullable(running.get(agent))
                .map(infusions::unbrokenSince)
                .orElse(infusions));
        next.values().removeIf(agent -> !agent.run());
        return new Infusions(next);
    }

    private static Vasopressor vasopressor(Observation observation) {
        return (Vasopressor) observation.content();
    }

    boolean anyVasopressor() {
        return any(VasopressorAgent::vasopressor);
    }

    boolean any(VasopressorAgent.AgentClass wanted) {
        return any(agent -> agent.agentClass() == wanted);
    }

    private boolean any(Predicate<VasopressorAgent> wanted) {
        return !running.isEmpty() && running.keySet().stream().anyMatch(wanted);
    }

    boolean vasopressinOnly() {
        return anyVasopressor()
                && running.keySet().stream()
                        .filter(VasopressorAgent::vasopressor)
                        .allMatch(agent -> agent.agentClass() == VasopressorAgent.AgentClass.VASOPRESSIN);
    }

    /// The running vasopressors, by their start.
    List<Map.Entry<VasopressorAgent, AgentInfusions>> vasopressors() {
        return running.entrySet().stream()
                .filter(entry -> entry.getKey().vasopressor())
                .sorted(Comparator.comparing(entry -> entry.getValue().start().at()))
                .toList();
    }

    /// The running agents, by their start.
    List<RunningAgent> agents() {
        return running.entrySet().stream()
                .map(entry -> new RunningAgent(
                        entry.getKey(), entry.getValue().start().at()))
                .sorted(Comparator.comparing(RunningAgent::since))
                .toList();
    }

    /// The start of the second agent that counts towards "multiple"; the overlap is measured from it.
    Optional<RunningSince> second() {
        if (running.size() < 2) {
            return Optional.empty();
        }
        return running.entrySet().stream()
                .filter(entry -> entry.getKey().agentClass() == VasopressorAgent.AgentClass.VASOPRESSOR)
                .map(entry -> entry.getValue().start())
                .sorted(Comparator.comparing(RunningSince::at))
                .skip(1)
                .findFirst();
    }

    /// The oldest last record among the running infusions of vasopressors.
    Optional<Instant> oldestRecord() {
        return running.isEmpty()
                ? Optional.empty()
                : records(AgentInfusions::oldestRecord).min(Comparator.naturalOrder());
    }

    /// When a running vasopressor was last charted.
    Optional<Instant> newestRecord() {
        return records(AgentInfusions::newestRecord).max(Comparator.naturalOrder());
    }

    private Stream<Instant> records(Function<AgentInfusions, Instant> record) {
        return running.entrySet().stream()
                .filter(entry -> entry.getKey().vasopressor())
                .map(Map.Entry::getValue)
                .map(record);
    }
}
