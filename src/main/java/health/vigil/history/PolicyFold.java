package health.vigil.history;

import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Policies.Term;
import health.vigil.grading.Syndrome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// An episode folded under one policy, with the term of that policy.
public record PolicyFold(Term term, FoldResult folded) {
    /// The changes from a time on, each under the policy in force at its time. A new policy can itself change
    /// a grade.
    ///
    /// @param terms in order of time, without gaps
    /// @param recorded the last grades by other rules, if they recorded the history up to `since`
    public static List<GradeChange> changes(
            List<PolicyFold> terms, Instant since, Optional<Map<Syndrome, Grade>> recorded) {
        var first = terms.getFirst();
        var changes = new ArrayList<GradeChange>();
        recorded.ifPresent(grades -> changes.addAll(first.changesByPolicy(grades, since)));
        changes.addAll(first.changes(recorded.isPresent() ? since.plusNanos(1000) : since));
        for (int i = 1; i < terms.size(); i++) {
            var turn = terms.get(i).term().from();
            changes.addAll(changesByPolicy(terms.get(i - 1), terms.get(i)));
            changes.addAll(terms.get(i).changes(turn.plusNanos(1000)));
        }
        return changes;
    }

    private List<GradeChange> changes(Instant since) {
        return folded.changes().stream()
                .filter(change -> !change.at().isBefore(since) && change.at().isBefore(term.until()))
                .toList();
    }

    private static List<GradeChange> changesByPolicy(PolicyFold earlier, PolicyFold later) {
        var at = later.term.from();
        var grades = Arrays.stream(Syndrome.values())
                .collect(Collectors.toMap(
                        syndrome -> syndrome, syndrome -> earlier.folded.grade(syndrome, at.minusNanos(1000))));
        return later.changesByPolicy(grades, at);
    }

    /// The changes that a new policy or rule set alone causes.
    private List<GradeChange> changesByPolicy(Map<Syndrome, Grade> before, Instant at) {
        return Arrays.stream(Syndrome.values())
                .map(syndrome -> new GradeChange(
                        syndrome,
                        at,
                        before.getOrDefault(syndrome, Grade.UNKNOWN),
                        folded.grade(syndrome, at),
                        Optional.empty()))
                .filter(change -> change.from() != change.to())
                .toList();
    }
}
