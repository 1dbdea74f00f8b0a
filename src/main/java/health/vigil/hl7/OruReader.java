package health.vigil.hl7;

import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.Statement;
import java.time.Instant;
import java.util.List;

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
        this.contexts = ObxContext.of(message, new MessageSubjects(sender), "OBR", "OBX");
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
}
