package health.vigil.ingest;

import health.vigil.access.HomeGate;
import health.vigil.access.ObservationBudget;
import health.vigil.access.User;
import health.vigil.grading.Policy;
import health.vigil.ingest.IntakeLimit.InFlightPermit;
import health.vigil.intake.IntakeOutcome;
import health.vigil.intake.ReadResult;
import health.vigil.intake.Submission;
import health.vigil.observation.PatientId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Accepts or refuses observations and sends them to the stream. All formats and protocols use this class.
@ApplicationScoped
public class Intake {
    private final IntakeLimit limit;
    private final ObservationBudget budget;
    private final HomeGate home;
    private final Lookup lookup;
    private final Policy policy;
    private final KafkaSubmission kafka;

    Intake(
            IntakeLimit limit,
            ObservationBudget budget,
            HomeGate home,
            Lookup lookup,
            Policy policy,
            KafkaSubmission kafka) {
        this.limit = limit;
        this.budget = budget;
        this.home = home;
        this.lookup = lookup;
        this.policy = policy;
        this.kafka = kafka;
    }

    /// Takes a permit for a message before it is read. Close it once the message is answered. Empty if too much is
    /// being processed.
    public Optional<InFlightPermit> permit(int bytes) {
        return limit.enter(bytes);
    }

    /// Processes the observations of a message. It waits until Kafka has the accepted ones, for at most
    /// `vigil.intake.acknowledgement`, so never call it on an event loop.
    ///
    /// @param reads the observations in the order they were sent
    public Receipt accept(Arrival arrival, InFlightPermit permit, List<ReadResult> reads) {
        return budget.refusal(arrival.user(), reads.size())
                .<Receipt>map(Receipt.OverBudget::new)
                .orElseGet(() -> within(arrival, permit, reads));
    }

    /// Judges observations that belong to statements of another system, and sends nothing. Empty if the sender
    /// may only enter for certain wards and the patients' wards cannot be read now.
    public Optional<JudgedMessage> judge(Arrival arrival, List<ReadResult> reads) {
        return lookup.about(valid(reads.stream()), arrival.user())
                .map(known -> new JudgedMessage(Triage.of(reads, arrival.user(), home, known, policy), known, arrival));
    }

    /// How long the sender must wait before it may send so many observations; empty if it need not.
    public Optional<Duration> untilRefill(User user, int observations) {
        return budget.refusal(user, observations);
    }

    /// Sends records, and waits until Kafka has all of them, for at most `vigil.intake.acknowledgement`.
    ///
    /// @return false if Kafka did not acknowledge all of them
    public boolean send(Arrival arrival, InFlightPermit permit, List<KeyedRecord> records) {
        return kafka.sendAll(records, arrival, permit);
    }

    private Receipt within(Arrival arrival, InFlightPermit permit, List<ReadResult> reads) {
        return lookup.about(valid(reads.stream()), arrival.user())
                .map(known -> decide(arrival, permit, reads, known))
                .orElseGet(Receipt.WardsUnknown::new);
    }

    private Receipt decide(Arrival arrival, InFlightPermit permit, List<ReadResult> reads, PriorKnowledge known) {
        var outcomes = Triage.of(reads, arrival.user(), home, known, policy);
        var accepted = valid(outcomes.stream());
        var concerned = enteredAbout(arrival.user(), valid(reads.stream()), known);
        var acknowledged = kafka.deliver(accepted, known, arrival, permit);
        return acknowledged.size() < accepted.size()
                ? new Receipt.NotAcknowledged(acknowledged, accepted.size(), concerned)
                : new Receipt.Decided(outcomes, concerned);
    }

    /// The patients of a person's entries, also of refused ones, for the audit trail. Machines are audited
    /// elsewhere.
    private static Set<PatientId> enteredAbout(User user, List<Submission> submissions, PriorKnowledge known) {
        return user.role().isAPerson() || user.role().entersFromHome()
                ? submissions.stream()
                        .flatMap(submission -> known.patient(submission).stream())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static List<Submission> valid(Stream<? extends IntakeOutcome> outcomes) {
        return outcomes.flatMap(outcome -> outcome instanceof ReadResult.Valid(var submission, var _)
                        ? Stream.of(submission)
                        : Stream.<Submission>empty())
                .toList();
    }
}
