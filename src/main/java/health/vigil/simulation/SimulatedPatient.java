package health.vigil.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// One bed of the simulated ward: its patient, the monitor's readings, the nurse's entries, and what users do
/// besides.
record SimulatedPatient(
        int bed,
        SimulatedPerson person,
        Trajectory trajectory,
        List<StoryEntry> entries,
        List<StoryRequest> requests,
        MonitorSpan monitor) {

    /// @param daysSinceInfusion at the start of the story
    record SimulatedPerson(String name, int age, double weight, int daysSinceInfusion, ObjectNode baseline) {}

    SimulatedPatient {
        entries = List.copyOf(entries);
        requests = List.copyOf(requests);
    }

    /// A patient in bed from the beginning.
    ///
    /// @param silentFrom when the bedside monitor stops sending, if it does
    SimulatedPatient(
            int bed,
            SimulatedPerson person,
            Trajectory trajectory,
            List<StoryEntry> entries,
            Optional<Duration> silentFrom) {
        this(bed, person, trajectory, entries, List.of(), new MonitorSpan(Optional.empty(), silentFrom));
    }

    /// Whether the patient is in bed when the story begins.
    boolean present() {
        return monitor.from().isEmpty();
    }

    static ObjectNode baseline(Vitals usual) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("systolic", Math.round(usual.systolic()))
                .put("diastolic", Math.round(usual.diastolic()))
                .put("temperature", usual.temperature())
                .put("spo2", Math.round(usual.spo2()));
    }

    /// The reading of the bedside monitor at a time of the story; empty while it does not send. The same seed
    /// gives the same readings.
    Optional<ObjectNode> reading(Duration at, long seed) {
        if (!monitor.includes(at)) {
            return Optional.empty();
        }
        var noise = new SplittableRandom(seed + 1_000_003L * bed + 31L * at.toSeconds());
        return Optional.of(trajectory.at(at).read(noise).json());
    }
}
