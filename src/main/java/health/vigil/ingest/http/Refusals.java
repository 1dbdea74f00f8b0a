package health.vigil.ingest.http;

import health.vigil.ingest.IntakeSettings;
import health.vigil.ingest.Receipt;
import health.vigil.intake.IntakeOutcome;
import health.vigil.intake.ReadResult;
import health.vigil.json.Violation;
import health.vigil.observation.Count;
import health.vigil.problem.Problem;
import health.vigil.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Problem documents for a whole body.
final class Refusals {
    private static final int SHOWN_VIOLATIONS = 100;

    private Refusals() {}

    /// Nothing in the body is acceptable. 404 if the sender may see none of the patients, 403 if only permissions
    /// are missing, else 400.
    static ProblemException nothingAcceptable(List<IntakeOutcome> outcomes, boolean single) {
        var rejected = IntakeAnswer.to(outcomes).rejected();
        if (outcomes.stream().allMatch(IntakeOutcome.NotPermitted.class::isInstance)) {
            var unknown = outcomes.stream().allMatch(IntakeOutcome.UnknownPatient.class::isInstance);
            var problem = Problem.of(unknown ? 404 : 403, rejected.getFirst().detail());
            return new ProblemException(problem.with(Map.of("rejected", rejected)));
        }
        return new ProblemException(Problem.of(400, "No observation in the body is valid")
                .with(violations(outcomes, single))
                .with(Map.of("rejected", rejected)));
    }

    private static List<Violation> violations(List<IntakeOutcome> outcomes, boolean single) {
        var violations = new ArrayList<Violation>();
        for (int index = 0; index < outcomes.size() && violations.size() < SHOWN_VIOLATIONS; index++) {
            if (outcomes.get(index) instanceof ReadResult.Invalid(var _, var found)) {
                var prefix = single ? "" : "[" + index + "]";
                found.forEach(violation ->
                        violations.add(new Violation(path(prefix, violation.field()), violation.message())));
            }
        }
        return violations;
    }

    private static String path(String prefix, String field) {
        return prefix.isEmpty() || field.isEmpty() ? prefix + field : prefix + "." + field;
    }

    /// Kafka did not acknowledge everything. Sending the same again is safe: what Kafka has is then a duplicate.
    static ProblemException notAcknowledged(Receipt.NotAcknowledged missing, IntakeSettings settings) {
        var acknowledged = missing.acknowledged().stream()
                .map(submission -> submission.id().value())
                .toList();
        var detail = "Kafka acknowledged " + acknowledged.size() + " of "
                + Count.of(missing.accepted(), "observation").text()
                + ": send the same body again, those that Kafka has are then duplicates";
        var unavailable = ProblemException.unavailable(detail, settings.retryAfter());
        return new ProblemException(
                unavailable.problem().with(Map.of("acknowledged", acknowledged)), unavailable.headers());
    }

    static ProblemException noRoom(IntakeSettings settings) {
        return ProblemException.unavailable(
                "Too much is waiting for Kafka. Nothing of this body was accepted: send it again" + " later",
                settings.retryAfter());
    }

    /// The patients' wards cannot be read. A user of certain wards is refused then.
    static ProblemException wardsUnknown(IntakeSettings settings) {
        return ProblemException.unavailable(
                "The wards of the patients cannot be read now: send the body again later", settings.retryAfter());
    }
}
