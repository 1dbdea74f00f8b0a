package health.vigil.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.intake.IntakeOutcome;
import health.vigil.intake.ReadResult;
import health.vigil.json.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The response to a body with at least one acceptable observation. Each observation is counted once: accepted,
/// duplicate or rejected.
///
/// @param warnings observations that were accepted but look wrong
/// @param rejected observations that were rejected, and why
/// @param moreRejected how many more were rejected than are listed; absent if all are listed
record IntakeAnswer(
        int accepted,
        int duplicates,
        List<Remark> warnings,
        List<Remark> rejected,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> moreRejected) {
    /// A response lists at most this many warnings and rejections.
    private static final int MOST_REMARKS = 10_000;

    private static final int MOST_FAULTS = 5;

    /// A remark about one observation of the body.
    ///
    /// @param id absent if it could not be read
    record Remark(int index, Optional<String> id, String detail) {}

    static IntakeAnswer to(List<IntakeOutcome> outcomes) {
        return new IntakeAnswer(
                count(ReadResult.Valid.class, outcomes),
                count(IntakeOutcome.Duplicate.class, outcomes),
                warnings(outcomes),
                rejected(outcomes),
                Optional.of(refused(outcomes) - MOST_REMARKS).filter(more -> more > 0));
    }

    private static int refused(List<IntakeOutcome> outcomes) {
        return outcomes.size()
                - count(ReadResult.Valid.class, outcomes)
                - count(IntakeOutcome.Duplicate.class, outcomes);
    }

    private static int count(Class<? extends IntakeOutcome> kind, List<IntakeOutcome> outcomes) {
        return Math.toIntExact(outcomes.stream().filter(kind::isInstance).count());
    }

    private static List<Remark> warnings(List<IntakeOutcome> outcomes) {
        var notes = new ArrayList<Remark>();
        for (int index = 0; index < outcomes.size() && notes.size() < MOST_REMARKS; index++) {
            if (outcomes.get(index) instanceof ReadResult.Valid(var submission, var warnings)) {
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
                case ReadResult.Invalid(var id, var violations) ->
                    notes.add(new Remark(index, id, sentences(violations)));
                case IntakeOutcome.NotPermitted refused ->
                    notes.add(new Remark(index, Optional.of(refused.id()), refused.detail()));
                case ReadResult.Valid _, IntakeOutcome.Duplicate _ -> {}
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
