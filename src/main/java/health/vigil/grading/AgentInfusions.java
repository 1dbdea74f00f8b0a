package health.vigil.grading;

import health.vigil.observation.DeviceId;
import health.vigil.observation.InfusionId;
import health.vigil.observation.Observation;
import health.vigil.observation.Vasopressor;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The running infusions of one agent. Each is identified by its id, or else by its reporting device, or else it
/// is the one without a name.
///
/// @param lines the running infusions by name
/// @param since the start of the unbroken time in which any of them runs; absent while none runs
public record AgentInfusions(Map<String, RunningInfusion> lines, Optional<RunningSince> since) {
    static final AgentInfusions NONE = new AgentInfusions(Map.of(), Optional.empty());

    /// More infusions of one agent than a patient can have. Further ones are merged into one entry, which only an
    /// end under its own name stops. So the chart stays small, and an infusion that may run is never forgotten.
    private static final int MOST = 64;

    private static final String OTHERS = "others";

    /// One running infusion.
    ///
    /// @param count starts minus ends: started twice and stopped once, it still runs
    /// @param charted its newest record
    /// @param halved whether the newest record ended it but it still runs by its count, so that people are asked
    /// whether it runs
    public record RunningInfusion(int count, Instant charted, boolean halved) {
        private static final RunningInfusion NONE = new RunningInfusion(0, Instant.MIN, false);

        RunningInfusion with(Observation observation, Vasopressor vasopressor) {
            return new RunningInfusion(
                    AgentInfusions.count(count, vasopressor),
                    observation.effectiveAt(),
                    vasopressor.effect().ends());
        }
    }

    public AgentInfusions {
        lines = Map.copyOf(lines);
    }

    AgentInfusions with(Observation observation, Vasopressor vasopressor) {
        var name = name(observation, vasopressor);
        var infusion = lines.getOrDefault(name, RunningInfusion.NONE).with(observation, vasopressor);
        var next = with(name, infusion);
        var start = new RunningSince(observation.effectiveAt(), observation.id());
        return new AgentInfusions(next, next.isEmpty() ? Optional.empty() : since.or(() -> Optional.of(start)));
    }

    private Map<String, RunningInfusion> with(String name, RunningInfusion infusion) {
        var next = new HashMap<>(lines);
        if (infusion.count() == 0) {
            next.remove(name);
        } else {
            next.put(next.containsKey(name) || next.size() < MOST ? name : OTHERS, infusion);
        }
        return next;
    }

    /// The name of the infusion that a record is about, the same for all records of one infusion.
    public static String name(Observation observation, Vasopressor vasopressor) {
        return vasopressor
                .infusionId()
                .map(InfusionId::value)
                .map(id -> "infusion " + id)
                .or(() -> observation.device().map(DeviceId::value).map(id -> "device " + id))
                .orElse("");
    }

    /// Starts minus ends of one infusion, after a further record.
    public static int count(int before, Vasopressor vasopressor) {
        return switch (vasopressor.effect()) {
            case STARTED -> before + 1;
            case CHANGED -> Math.max(before, 1);
            case PAUSED, STOPPED -> Math.max(before - 1, 0);
        };
    }

    boolean run() {
        return !lines.isEmpty();
    }

    /// The start of the unbroken time in which the agent runs. Only for a running agent.
    public RunningSince start() {
        return since.orElseThrow();
    }

    /// These infusions, with the start of the unbroken time taken from before.
    AgentInfusions unbrokenSince(AgentInfusions before) {
        return run() ? new AgentInfusions(lines, before.since) : this;
    }

    boolean halved() {
        return lines.values().stream().anyMatch(RunningInfusion::halved);
    }

    Instant oldestRecord() {
        return lines.values().stream()
                .map(RunningInfusion::charted)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    Instant newestRecord() {
        return lines.values().stream()
                .map(RunningInfusion::charted)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }
}
