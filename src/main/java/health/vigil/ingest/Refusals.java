package health.vigil.ingest;

import health.vigil.intake.Submission;
import health.vigil.json.Violation;
import health.vigil.problem.Problem;
import health.vigil.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The problems of a whole body.
final class Refusals {
    private static final int SHOWN_VIOLATIONS = 100;

    private Refusals() {}

    /// Nothing in the body can be taken in: 404 if it is about nobody the sender may know of, 403 if permission is
    /// all that it lacks, else 400.
    static ProblemException nothingAcceptable(List<IntakeOutcome> outcomes, boolean single) {
        var rejected = Receipt.to(outcomes).rejected();
        if (outcomes.stream().allMatch(IntakeOutcome.UnknownPatient.class::isInstance)) {
            var problem = Problem.of(404, IntakeOutcome.UnknownPatient.DETAIL);
            return new ProblemException(problem.with(Map.of("rejected", rejected)));
        }
        if (outcomes.stream().allMatch(Refusals::notPermitted)) {
            var problem = Problem.of(403, rejected.getFirst().detail());
            return new ProblemException(problem.with(Map.of("rejected", rejected)));
        }
        return new ProblemException(Problem.of(400, "No observation in the body is valid")
                .with(violations(outcomes, single))
                .with(Map.of("rejected", rejected)));
    }

    private static boolean notPermitted(IntakeOutcome outcome) {
        return outcome instanceof IntakeOutcome.Forbidden || outcome instanceof IntakeOutcome.UnknownPatient;
    }

    private static List<Violation> violations(List<IntakeOutcome> outcomes, boolean single) {
        var violations = new ArrayList<Violation>();
        for (int index = 0; index < outcomes.size() && violations.size() < SHOWN_VIOLATIONS; index++) {
            if (outcomes.get(index) instanceof IntakeOutcome.Refused(var _, var found)) {
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

    /// Kafka did not acknowledge everything. Posting the same again is safe: what it has is then a duplicate.
    static ProblemException notAcknowledged(List<Submission> acknowledged, int sent, IntakeSettings settings) {
        var detail = "Kafka acknowledged " + acknowledged.size() + " of " + sent
                + " observations; send the same again, what was taken in is then a duplicate";
        var unavailable = ProblemException.unavailable(detail, settings.retryAfter());
        var ids =
                acknowledged.stream().map(submission -> submission.id().value()).toList();
        return new ProblemException(unavailable.problem().with(Map.of("acknowledged", ids)), unavailable.headers());
    }
}
