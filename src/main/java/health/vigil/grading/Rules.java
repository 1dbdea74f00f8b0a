package health.vigil.grading;

import health.vigil.observation.Content;
import health.vigil.observation.Observation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules of one syndrome over what they can still see, `S`.
sealed interface Rules<S> permits CrsRules, IcansRules {
    Syndrome syndrome();

    /// Nothing has been seen.
    S nothing();

    /// Whether an observation can matter to this syndrome.
    boolean concern(Content content);

    /// The state after time has passed with nothing observed.
    ///
    /// @param before the horizon of the instant at which the time began
    S elapse(S state, Horizon before, Instant to);

    /// The state after all observations of one instant.
    S observe(S state, List<Observation> sameInstant);

    Assessment assess(S state, Instant at);

    /// The horizon of an assessment, without the rest of it.
    Horizon horizon(S state, Instant at);

    /// What counts, the evidence that decides the grade first.
    List<Evidence> evidence(S state, Instant at);

    /// Why the grade is not known; absent when it is.
    Optional<Unknown> unknown(S state, Instant at);

    /// What was not counted, and why.
    List<Evidence> leftOut(S state, Instant at);

    /// What would change the grade.
    List<Outlook> outlook(S state, Instant at);

    static List<Evidence> worstFirst(List<Evidence> evidence) {
        return evidence.stream()
                .sorted(Comparator.comparingInt(Evidence::grade).reversed())
                .toList();
    }

    /// The newest course, if the syndrome has courses and one has begun.
    Optional<CourseReport> course(S state, Instant at);

    /// Which records the flags that are up ask people about.
    List<Unconfirmed> unconfirmed(S state, Set<Flag> up, Instant at);
}
