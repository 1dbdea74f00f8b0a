package health.vigil.grading;

import java.time.Instant;
import java.util.List;

/// The judgement of a component at an instant, with its evidence.
///
/// @param evidence the evidence; some of it may give no grade
/// @param grade the highest grade of the evidence, 0 to 4
/// @param presentUntil the last instant at which it is present if nothing more is observed; {@link Instant#MAX} if
/// there is no end
/// @param nextChange the first instant at which its grade changes by itself; {@link Instant#MAX} if never
record Judgement(List<Evidence> evidence, int grade, Instant presentUntil, Instant nextChange) {
    static final Judgement ABSENT = new Judgement(List.of(), Instant.MIN, Instant.MAX);

    Judgement(List<Evidence> evidence, Instant presentUntil, Instant nextChange) {
        this(evidence, Evidence.highest(evidence), presentUntil, nextChange);
    }

    /// The component is absent in spite of the evidence.
    static Judgement absent(List<Evidence> evidence) {
        return evidence.isEmpty() ? ABSENT : new Judgement(evidence, 0, Instant.MIN, Instant.MAX);
    }

    /// The component is present until something else is observed.
    static Judgement lasting(List<Evidence> evidence) {
        int grade = Evidence.highest(evidence);
        return grade == 0 ? absent(evidence) : new Judgement(evidence, grade, Instant.MAX, Instant.MAX);
    }

    /// The component is present up to and including an instant.
    static Judgement until(Instant last, List<Evidence> evidence) {
        int grade = Evidence.highest(evidence);
        return grade == 0 ? absent(evidence) : new Judgement(evidence, grade, last, Windows.justAfter(last));
    }

    boolean present() {
        return grade > 0;
    }

    /// Whether it would be present without the readings taken at home.
    boolean presentInHospital() {
        return present() && evidence.stream().anyMatch(each -> each.grade() > 0 && !each.atHome());
    }
}
