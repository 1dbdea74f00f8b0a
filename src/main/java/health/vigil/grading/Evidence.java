package health.vigil.grading;

import health.vigil.observation.ObservationId;
import health.vigil.observation.Word;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a rule found, as facts without words. A component's grade is the highest of its evidence, and the
/// evidence is its reason. {@link Sentences} words it for people; nothing is decided by a sentence.
public sealed interface Evidence permits CrsEvidence, IcansEvidence, DeathRecord, Exclusion, ScaleFinding {
    /// What was judged: a {@link health.vigil.observation.Component}, an analyte of another scale, or
    /// `death`.
    Word component();

    /// 0 to 5: what it gives by itself.
    int grade();

    /// The rule that judged it.
    Citation rule();

    /// Where it comes from; absent where no single observation says it.
    Optional<Origin> origin();

    /// The number that was judged, if it is one.
    default Optional<Measure> measure() {
        return Optional.empty();
    }

    /// The last instant that it counts, or is left out, if nothing more is observed; absent if it has no end.
    default Optional<Instant> until() {
        return Optional.empty();
    }

    /// The grade that evidence makes together; 0 without any. Asked at every instant, so it makes no garbage.
    static int highest(List<Evidence> evidence) {
        int highest = 0;
        for (int index = 0; index < evidence.size(); index++) {
            highest = Math.max(highest, evidence.get(index).grade());
        }
        return highest;
    }

    default Optional<ObservationId> observationId() {
        return origin().map(Origin::id);
    }

    default Optional<Instant> effectiveAt() {
        return origin().map(Origin::at);
    }
}
