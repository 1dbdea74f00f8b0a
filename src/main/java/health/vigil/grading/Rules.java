package health.vigil.grading;

import health.vigil.observation.Content;
import health.vigil.observation.Observation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules of one syndrome. `S` is the state that they can see.
sealed interface Rules<S> permits CrsRules, IcansRules {
    Syndrome syndrome();

    /// The state before any observation.
    S nothing();

    /// Whether an observation can matter to this syndrome.
    boolean concern(Content content);

    /// The state after time has passed with nothing observed.
    ///
    /// @param before the horizon at the beginning of that time
    S elapse(S state, Horizon before, Instant to);

    /// The state after all observations of one instant.
    S observe(S state, List<Observation> sameInstant);

    Assessment assess(S state, Instant at);

    /// Only the horizon of the assessment.
    Horizon horizon(S state, Instant at);

    /// The evidence that counts; the one that decides the grade is first.
    List<Evidence> evidence(S state, Instant at);

    /// Why the grade is unknown; absent if it is known.
    Optional<Unknown> unknown(S state, Instant at);

    /// The evidence that was left out, and why.
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

    /// The records that the raised flags ask people about.
    List<UnconfirmedRecord> unconfirmed(S state, Set<Flag> up, Instant at);
}
