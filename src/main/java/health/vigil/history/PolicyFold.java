package health.vigil.history;

import health.vigil.grading.GradeChange;
import health.vigil.grading.Policies.Term;
import health.vigil.grading.Syndrome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An episode as some numbers grade it, and when these were in force.
public record PolicyFold(Term term, FoldResult folded) {
    /// What changed from an instant on, each change by the numbers of its own time; where other numbers came into force
    /// they may have changed a grade themselves.
    ///
    /// @param terms one after another
    public static List<GradeChange> changes(List<PolicyFold> terms, Instant since) {
        var changes = new ArrayList<GradeChange>(terms.getFirst().changes(since));
        for (int i = 1; i < terms.size(); i++) {
            var turn = terms.get(i).term().from();
            changes.addAll(turned(terms.get(i - 1), terms.get(i)));
            changes.addAll(terms.get(i).changes(turn.plusNanos(1000)));
        }
        return changes;
    }

    private List<GradeChange> changes(Instant since) {
        return folded.changes().stream()
                .filter(change -> !change.at().isBefore(since) && change.at().isBefore(term.until()))
                .toList();
    }

    private static List<GradeChange> turned(PolicyFold earlier, PolicyFold later) {
        return Arrays.stream(Syndrome.values())
                .flatMap(syndrome -> turned(earlier, later, syndrome))
                .toList();
    }

    private static Stream<GradeChange> turned(PolicyFold earlier, PolicyFold later, Syndrome syndrome) {
        var at = later.term.from();
        var from = earlier.folded.grade(syndrome, at.minusNanos(1000));
        var to = later.folded.grade(syndrome, at);
        return from == to ? Stream.empty() : Stream.of(new GradeChange(syndrome, at, from, to, Optional.empty()));
    }
}
