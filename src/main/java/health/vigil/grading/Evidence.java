package health.vigil.grading;

import health.vigil.observation.ObservationId;
import health.vigil.observation.Word;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The findings of a rule, as facts without words. A component's grade is the highest of its evidence, and the
/// evidence is its reason. {@link Sentences} writes it as text for people; no decision reads that text.
public sealed interface Evidence permits CrsEvidence, IcansEvidence, DeathRecord, Exclusion, ScaleFinding {
    /// The subject of the evidence: a {@link health.vigil.observation.Component}, an analyte of another scale, or
    /// `death`.
    Word component();

    /// The grade that it gives by itself, 0 to 5.
    int grade();

    /// The rule that judged it.
    Citation rule();

    /// The observation it comes from; absent if it does not come from a single one.
    Optional<Origin> origin();

    /// The number that was judged, if it is one.
    default Optional<JudgedValue> judgedValue() {
        return Optional.empty();
    }

    /// The last instant that it counts, or is left out, if nothing more is observed; absent if it has no end.
    default Optional<Instant> until() {
        return Optional.empty();
    }

    /// The highest grade of the evidence; 0 without any. It is called at every instant, so it allocates nothing.
    static int highest(List<Evidence> evidence) {
        int highest = 0;
        for (int index = 0; index < evidence.size(); index++) {
            highest = Math.max(highest, evidence.get(index).grade());
        }
        return highest;
    }

    /// Whether it rests on a reading taken at home, which nobody of the hospital confirmed.
    default boolean atHome() {
        return false;
    }

    default Optional<ObservationId> observationId() {
        return origin().map(Origin::id);
    }

    default Optional<Instant> effectiveAt() {
        return origin().map(Origin::at);
    }
}
