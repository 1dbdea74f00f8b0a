package health.vigil.grading;

import java.time.Instant;

/// What a component is at an instant.
///
/// @param grade 0 to 4
/// @param presentUntil the last instant it is present if nothing more is observed; {@link Instant#MAX} for ever
/// @param nextChange the first instant its grade changes by itself; {@link Instant#MAX} if never
record Judgement(int grade, Instant presentUntil, Instant nextChange) {
    static final Judgement ABSENT = new Judgement(0, Instant.MIN, Instant.MAX);

    /// Stands until something else is observed.
    static Judgement standing(int grade) {
        return grade == 0 ? ABSENT : new Judgement(grade, Instant.MAX, Instant.MAX);
    }

    /// Counts up to and including an instant.
    static Judgement until(int grade, Instant last) {
        return grade == 0 ? ABSENT : new Judgement(grade, last, Windows.justAfter(last));
    }

    boolean present() {
        return grade > 0;
    }
}
