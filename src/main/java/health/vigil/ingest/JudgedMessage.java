package health.vigil.ingest;

import health.vigil.intake.IntakeOutcome;
import health.vigil.intake.Submission;
import health.vigil.stream.PartSource;
import java.util.List;
import java.util.Optional;

/// The outcomes of a message's observations before any is sent.
public final class JudgedMessage {
    private final List<IntakeOutcome> outcomes;
    private final PriorKnowledge known;
    private final Arrival arrival;

    JudgedMessage(List<IntakeOutcome> outcomes, PriorKnowledge known, Arrival arrival) {
        this.outcomes = List.copyOf(outcomes);
        this.known = known;
        this.arrival = arrival;
    }

    /// The outcomes by index.
    public List<IntakeOutcome> outcomes() {
        return outcomes;
    }

    /// The record of an observation that belongs to another system's statement.
    public KeyedRecord record(Submission submission, PartSource source) {
        return new KeyedRecord(
                known.key(submission), KafkaSubmission.record(submission, known, arrival, Optional.of(source)));
    }
}
