package health.vigil.grading;

import java.time.Instant;
import java.util.List;

/// What a component is at an instant, with the evidence that makes it so.
///
/// @param evidence what was judged; some of it may give no grade
/// @param presentUntil the last instant it is present if nothing more is observed; {@link Instant#MAX} for
///     ever
/// @param nextChange the first instant its grade changes by itself; {@link Instant#MAX} if never
record Judgement(List<Evidence> evidence, Instant presentUntil, Instant nextChange) {
    static final Judgement ABSENT = new Judgement(List.of(), Instant.MIN, Instant.MAX);

    /// Nothing of what was judged makes the component present.
    static Judgement absent(List<Evidence> evidence) {
        return evidence.isEmpty() ? ABSENT : new Judgement(evidence, Instant.MIN, Instant.MAX);
    }

    /// Stands until something else is observed.
    static Judgement standing(List<Evidence> evidence) {
        return Evidence.highest(evidence) == 0 ? absent(evidence) : new Judgement(evidence, Instant.MAX, Instant.MAX);
    }

    /// Counts up to and including an instant.
    static Judgement until(Instant last, List<Evidence> evidence) {
        return Evidence.highest(evidence) == 0
                ? absent(evidence)
                : new Judgement(evidence, last, Windows.justAfter(last));
    }

    /// 0 to 4: the highest of the evidence.
    int grade() {
        return Evidence.highest(evidence);
    }

    boolean present() {
        return grade() > 0;
    }
}
