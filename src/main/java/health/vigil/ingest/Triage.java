package health.vigil.ingest;

import health.vigil.access.HomeGate;
import health.vigil.access.User;
import health.vigil.grading.Policy;
import health.vigil.intake.IntakeOutcome;
import health.vigil.intake.ReadResult;
import health.vigil.intake.Submission;
import health.vigil.intake.json.ContentHash;
import health.vigil.json.Violation;
import health.vigil.observation.Kind;
import health.vigil.observation.ObservationId;
import health.vigil.observation.Sender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Decides the outcome of each observation of a message.
final class Triage {
    private final Permission permission;
    private final PriorKnowledge known;
    private final PriorWarnings prior;
    private final Map<ObservationId, Submission> firstOfId = new HashMap<>();
    private final Set<ContentHash> hashes = new HashSet<>();

    private Triage(Permission permission, PriorKnowledge known, Policy policy) {
        this.permission = permission;
        this.known = known;
        this.prior = new PriorWarnings(permission.user(), known, policy);
    }

    /// The outcomes by index.
    static List<IntakeOutcome> of(
            List<ReadResult> reads, User user, HomeGate home, PriorKnowledge known, Policy policy) {
        var triage = new Triage(new Permission(user, home, known, kinds(reads)), known, policy);
        var outcomes = new ArrayList<IntakeOutcome>(reads.size());
        reads.forEach(read -> outcomes.add(triage.decide(read)));
        return outcomes;
    }

    private static Map<ObservationId, Kind> kinds(List<ReadResult> reads) {
        var kinds = new HashMap<ObservationId, Kind>();
        for (var read : reads) {
            if (read instanceof ReadResult.Valid(var submission, var _)) {
                kinds.put(submission.id(), submission.kind());
            }
        }
        return kinds;
    }

    private IntakeOutcome decide(ReadResult read) {
        return switch (read) {
            case ReadResult.Invalid invalid -> invalid;
            case ReadResult.Valid valid -> decide(valid);
        };
    }

    private IntakeOutcome decide(ReadResult.Valid valid) {
        var submission = valid.submission();
        var id = submission.id().value();
        if (permission.hides(submission)) {
            return new IntakeOutcome.UnknownPatient(id);
        }
        return permission
                .refusal(submission)
                .<IntakeOutcome>map(detail -> new IntakeOutcome.Forbidden(id, detail))
                .or(() -> ambiguous(submission))
                .or(() -> unnamed(submission))
                .orElseGet(() -> permitted(valid));
    }

    private Optional<IntakeOutcome> ambiguous(Submission submission) {
        var senders = permission.meantSenders(submission);
        return senders.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReadResult.Invalid(
                        Optional.of(submission.id().value()),
                        List.of(new Violation(
                                "sender",
                                "is needed, because several senders have an observation with this id: "
                                        + senders.stream().map(Sender::name).collect(Collectors.joining(", "))))));
    }

    private Optional<IntakeOutcome> unnamed(Submission submission) {
        return permission.lacksPhysician(submission)
                ? Optional.of(new ReadResult.Invalid(
                        Optional.of(submission.id().value()),
                        List.of(new Violation("by", "is missing; name the physician who confirmed the grade"))))
                : Optional.empty();
    }

    private IntakeOutcome permitted(ReadResult.Valid valid) {
        return repeats(valid.submission()) ? new IntakeOutcome.Duplicate() : valid.with(prior.of(valid.submission()));
    }

    /// Only a used id needs a hash. The hash covers the id: two equal hashes are one observation.
    private boolean repeats(Submission submission) {
        var first = Optional.ofNullable(firstOfId.putIfAbsent(submission.id(), submission));
        if (first.isEmpty() && !known.used(submission.id())) {
            return false;
        }
        first.map(ContentHash::of).ifPresent(hashes::add);
        var hash = ContentHash.of(submission);
        return !hashes.add(hash) || known.repeats(submission, hash);
    }
}
