package health.vigil.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.json.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the sender of a body is told when some of it was acceptable. Everything sent is counted once: accepted,
/// duplicate or rejected.
///
/// @param warnings what was accepted and looks wrong
/// @param rejected what was not, and why
/// @param moreRejected how many more were rejected than are listed; absent where all are
record Receipt(
        int accepted,
        int duplicates,
        List<Remark> warnings,
        List<Remark> rejected,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> moreRejected) {
    /// An answer has a limit, however much was sent.
    private static final int MOST_REMARKS = 10_000;

    private static final int MOST_FAULTS = 5;

    /// About one observation of the body.
    ///
    /// @param id absent when it could not be read
    record Remark(int index, Optional<String> id, String detail) {}

    static Receipt to(List<IntakeOutcome> outcomes) {
        return new Receipt(
                count(IntakeOutcome.Accepted.class, outcomes),
                count(IntakeOutcome.Duplicate.class, outcomes),
                warnings(outcomes),
                rejected(outcomes),
                Optional.of(refused(outcomes) - MOST_REMARKS).filter(more -> more > 0));
    }

    private static int refused(List<IntakeOutcome> outcomes) {
        return outcomes.size()
                - count(IntakeOutcome.Accepted.class, outcomes)
                - count(IntakeOutcome.Duplicate.class, outcomes);
    }

    boolean anyAcceptable() {
        return accepted + duplicates > 0;
    }

    private static int count(Class<? extends IntakeOutcome> kind, List<IntakeOutcome> outcomes) {
        return Math.toIntExact(outcomes.stream().filter(kind::isInstance).count());
    }

    private static List<Remark> warnings(List<IntakeOutcome> outcomes) {
        var notes = new ArrayList<Remark>();
        for (int index = 0; index < outcomes.size() && notes.size() < MOST_REMARKS; index++) {
            if (outcomes.get(index) instanceof IntakeOutcome.Accepted(var submission, var warnings)) {
                for (var warning : warnings) {
                    notes.add(new Remark(index, Optional.of(submission.id().value()), warning));
                }
            }
        }
        return notes;
    }

    private static List<Remark> rejected(List<IntakeOutcome> outcomes) {
        var notes = new ArrayList<Remark>();
        for (int index = 0; index < outcomes.size() && notes.size() < MOST_REMARKS; index++) {
            switch (outcomes.get(index)) {
                case IntakeOutcome.Refused(var id, var violations) ->
                    notes.add(new Remark(index, id, sentences(violations)));
                case IntakeOutcome.Forbidden(var id, var detail) ->
                    notes.add(new Remark(index, Optional.of(id), detail));
                case IntakeOutcome.UnknownPatient(var id) ->
                    notes.add(new Remark(index, Optional.of(id), IntakeOutcome.UnknownPatient.DETAIL));
                case IntakeOutcome.Accepted _, IntakeOutcome.Duplicate _ -> {}
            }
        }
        return notes;
    }

    private static String sentences(List<Violation> violations) {
        var told =
                violations.stream().limit(MOST_FAULTS).map(Violation::sentence).collect(Collectors.joining("; "));
        return violations.size() <= MOST_FAULTS ? told : told + "; and " + (violations.size() - MOST_FAULTS) + " more";
    }
}
