package health.vigil.hl7;

import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.Statement;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the results of a message (ORU^R01).
final class OruReader {
    /// The most bytes that the pieces of all values may hold together: each has the patient and the order with it.
    /// Memory is reserved for the frame only, so this must not be many times the largest frame.
    private static final long LARGEST = 2L * 1024 * 1024;

    private final SenderSettings sender;
    private final Er7Message message;
    private final Instant receivedAt;
    private final List<ObxContext> contexts;

    OruReader(SenderSettings sender, Er7Message message, Instant receivedAt) {
        this.sender = sender;
        this.message = message;
        this.receivedAt = receivedAt;
        this.contexts = contexts();
    }

    /// Whether the values with the segments above them are too large to be kept one by one.
    boolean tooLarge() {
        return contexts.stream().mapToLong(ObxContext::size).sum() > LARGEST;
    }

    List<Statement> read() {
        var times = new Hl7Time(message.header().value(7), sender.reading().zone(), receivedAt);
        var reader = new ObxReader(sender, times, receivedAt, SaturationCodes.of(sender, contexts));
        var readings = contexts.stream().map(reader::read).toList();
        return nobodyIdentified() && readings.stream().anyMatch(reading -> !(reading instanceof ObxReading.Skipped))
                ? List.of(WholeMessage.statement(sender, message))
                : new ResultStatements(sender, times).of(readings);
    }

    private boolean nobodyIdentified() {
        return new MessageSubjects(sender).asksForPatients()
                && contexts.stream().allMatch(context -> context.patient().isEmpty());
    }

    /// The values, each with the patient, the visit and the order above it.
    private List<ObxContext> contexts() {
        var subjects = new MessageSubjects(sender);
        var contexts = new ArrayList<ObxContext>();
        var pid = Optional.<Er7Segment>empty();
        var patient = Optional.<PatientId>empty();
        var visit = Optional.<Er7Segment>empty();
        var order = Optional.<Er7Segment>empty();
        for (var segment : message.segments()) {
            switch (segment.name()) {
                case "PID" -> {
                    pid = Optional.of(segment);
                    patient = subjects.patient(segment);
                    visit = Optional.empty();
                    order = Optional.empty();
                }
                case "PV1" -> visit = Optional.of(segment);
                case "OBR" -> order = Optional.of(segment);
                case "OBX" -> contexts.add(new ObxContext(message.header(), pid, patient, visit, order, segment));
                default -> {}
            }
        }
        return contexts;
    }
}
