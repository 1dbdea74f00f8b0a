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

/// The running infusions of one agent: each by its id, else by the device that reports it, else as the one without a
/// name.
///
/// @param since the start of the unbroken time in which any of them runs; absent while none does
public record AgentInfusions(Map<String, Line> lines, Optional<RunningSince> since) {
    static final AgentInfusions NONE = new AgentInfusions(Map.of(), Optional.empty());

    /// More infusions of one agent than a patient can have: those beyond it are one, which nothing but an end of that
    /// name stops. So the chart stays small, and an infusion that may run is never forgotten.
    private static final int MOST = 64;

    private static final String OTHERS = "others";

    /// One infusion that runs.
    ///
    /// @param count how often: started twice and stopped once, it still runs
    /// @param charted its newest record
    /// @param halved the newest record ended it and it still runs by its count: people have to say whether it does
    public record Line(int count, Instant charted, boolean halved) {
        private static final Line NONE = new Line(0, Instant.MIN, false);

        Line with(Observation observation, Vasopressor vasopressor) {
            int next = switch (vasopressor.effect()) {
                case STARTED -> count + 1;
                case CHANGED -> Math.max(count, 1);
                case PAUSED, STOPPED -> Math.max(count - 1, 0);
            };
            return new Line(
                    next, observation.effectiveAt(), vasopressor.effect().ends());
        }
    }

    public AgentInfusions {
        lines = Map.copyOf(lines);
    }

    AgentInfusions with(Observation observation, Vasopressor vasopressor) {
        var name = name(observation, vasopressor);
        var line = lines.getOrDefault(name, Line.NONE).with(observation, vasopressor);
        var next = with(name, line);
        var start = new RunningSince(observation.effectiveAt(), observation.id());
        return new AgentInfusions(next, next.isEmpty() ? Optional.empty() : since.or(() -> Optional.of(start)));
    }

    private Map<String, Line> with(String name, Line line) {
        var next = new HashMap<>(lines);
        if (line.count() == 0) {
            next.remove(name);
        } else {
            next.put(next.containsKey(name) || next.size() < MOST ? name : OTHERS, line);
        }
        return next;
    }

    /// Which of an agent's infusions a record is about, as a name that is the same for all records of one infusion.
    public static String name(Observation observation, Vasopressor vasopressor) {
        return vasopressor
                .infusionId()
                .map(InfusionId::value)
                .map(id -> "infusion " + id)
                .or(() -> observation.device().map(DeviceId::value).map(id -> "device " + id))
                .orElse("");
    }

    boolean run() {
        return !lines.isEmpty();
    }

    /// The start of the unbroken time in which the agent runs; it must run.
    public RunningSince start() {
        return since.orElseThrow();
    }

    /// The same, having run since before.
    AgentInfusions unbrokenSince(AgentInfusions before) {
        return run() ? new AgentInfusions(lines, before.since) : this;
    }

    boolean halved() {
        return lines.values().stream().anyMatch(Line::halved);
    }

    Instant oldestRecord() {
        return lines.values().stream()
                .map(Line::charted)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    Instant newestRecord() {
        return lines.values().stream()
                .map(Line::charted)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }
}
