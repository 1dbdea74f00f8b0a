package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.Observation;
import java.time.Instant;

/// Tells that a component was left out by a clinician's entry.
final class AttributionExplainer {
    private AttributionExplainer() {}

    /// @param until when it ends; {@link Instant#MAX} if it does not
    static Basis leftOut(Component component, Observation entry, Instant until) {
        var attribution = Attributions.attribution(entry);
        var end = until.equals(Instant.MAX) ? ", without an end" : " until " + until;
        return new Reason(component, 0, Rule.ATTRIBUTION)
                .of(
                        Sentences.words(component) + " is attributed to: " + attribution.cause() + ", from "
                                + attribution.from() + end,
                        entry.effectiveAt(),
                        entry.id());
    }
}
