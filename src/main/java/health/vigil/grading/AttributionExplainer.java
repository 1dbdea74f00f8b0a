package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.Observation;

/// Tells that a component was left out by a clinician's entry.
final class AttributionExplainer {
    private AttributionExplainer() {}

    static Basis leftOut(Component component, Observation entry) {
        var attribution = Attributions.attribution(entry);
        var end = attribution.until().map(until -> " until " + until).orElse(" until further notice");
        return new Reason(component, 0, Rule.ATTRIBUTION)
                .of(
                        Sentences.words(component) + " is attributed to: " + attribution.cause() + ", from "
                                + attribution.from() + end,
                        entry.effectiveAt(),
                        entry.id());
    }
}
