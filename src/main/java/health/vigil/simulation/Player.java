package health.vigil.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Plays the stories: one reading of every monitor per five minutes of the story, and entries and requests when
/// they are made. What is older than a day is charted first, without readings.
final class Player {
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final Duration HISTORY = Duration.ofHours(24);
    private static final Duration HISTORY_STEP = Duration.ofMinutes(30);
    private static final Duration LONG_AGO = Duration.ofDays(-365);

    private final DemoOutlet outlet;
    private final StoryRequests requests;
    private final SimulatedWard ward;
    private final DemoOptions options;
    private final StoryClock clock;

    /// The beds of which the service refused a request: later ones need it.
    private final Set<Integer> refused = new HashSet<>();

    Player(DemoOutlet outlet, StoryRequests requests, SimulatedWard ward, DemoOptions options, StoryClock clock) {
        this.outlet = outlet;
        this.requests = requests;
        this.ward = ward;
        this.options = options;
        this.clock = clock;
    }

    void play(List<SimulatedPatient> patients) throws IOException, InterruptedException {
        request(patients, LONG_AGO, HISTORY.negated());
        chart(patients, LONG_AGO, HISTORY.negated());
        for (var at = HISTORY.negated(); at.isNegative(); at = at.plus(HISTORY_STEP)) {
            step(patients, at, at.plus(HISTORY_STEP));
        }
        for (var at = Duration.ZERO; at.compareTo(options.length()) < 0; at = at.plus(STEP)) {
            var until = at.plus(STEP);
            Thread.sleep(Duration.between(Instant.now(), clock.at(until)));
            step(patients, at, until);
        }
    }

    /// Plays everything from one time up to, but not including, another.
    private void step(List<SimulatedPatient> patients, Duration from, Duration until)
            throws IOException, InterruptedException {
        request(patients, from, until);
        var readings = new ArrayList<MonitorReading>();
        for (var patient : patients) {
            patient.reading(from, options.seed())
                    .map(reading -> sentByMonitor(patient, reading, from))
                    .ifPresent(readings::add);
        }
        outlet.readings(readings);
        chart(patients, from, until);
    }

    private void request(List<SimulatedPatient> patients, Duration from, Duration until)
            throws IOException, InterruptedException {
        for (var patient : patients) {
            if (!refused.contains(patient.bed())) {
                request(patient, from, until);
            }
        }
    }

    private void request(SimulatedPatient patient, Duration from, Duration until)
            throws IOException, InterruptedException {
        try {
            for (var request : requests(patient, from, until)) {
                requests.send(patient, request);
                request.telling().ifPresent(line -> tell(from, line));
            }
        } catch (IllegalStateException refusal) {
            refused.add(patient.bed());
            tell(from, "bed %d: %s; its other requests are left out".formatted(patient.bed(), refusal.getMessage()));
        }
    }

    private void chart(List<SimulatedPatient> patients, Duration from, Duration until)
            throws IOException, InterruptedException {
        var entries = new ArrayList<ObjectNode>();
        for (var patient : patients) {
            entries(patient, from, until).map(entry -> charted(patient, entry)).forEach(entries::add);
        }
        outlet.entries(entries);
        patients.stream()
                .flatMap(patient -> entries(patient, from, until))
                .flatMap(entry -> entry.telling().stream())
                .forEach(line -> tell(from, line));
    }

    private static void tell(Duration at, String line) {
        System.out.printf("  %s  %s%n", hour(at), line);
    }

    private static List<StoryRequest> requests(SimulatedPatient patient, Duration from, Duration until) {
        return patient.requests().stream()
                .filter(request ->
                        request.at().compareTo(from) >= 0 && request.at().compareTo(until) < 0)
                .sorted(Comparator.comparing(StoryRequest::at))
                .toList();
    }

    private static Stream<StoryEntry> entries(SimulatedPatient patient, Duration from, Duration until) {
        return patient.entries().stream()
                .filter(entry -> entry.at().compareTo(from) >= 0 && entry.at().compareTo(until) < 0)
                .sorted(Comparator.comparing(StoryEntry::at));
    }

    private MonitorReading sentByMonitor(SimulatedPatient patient, ObjectNode reading, Duration at) {
        var patientId = ward.patientId(patient.bed());
        return new MonitorReading(
                "%s-v%d".formatted(patientId, at.toMinutes()),
                patient.bed(),
                patientId,
                SimulatedWard.deviceId(patientId),
                clock.at(at),
                reading);
    }

    private ObjectNode charted(SimulatedPatient patient, StoryEntry entry) {
        var patientId = ward.patientId(patient.bed());
        var number = patient.entries().indexOf(entry);
        return entry.fields()
                .deepCopy()
                .put("id", "%s-n%d".formatted(patientId, number))
                .put("patientId", patientId)
                .put("effectiveAt", clock.at(entry.at()).toString());
    }

    private static String hour(Duration story) {
        return "%02d:%02d".formatted(story.toHours(), story.toMinutesPart());
    }
}
