package health.vigil.grading;

import health.vigil.observation.ObservationId;
import health.vigil.observation.Word;
import java.time.Instant;
import java.util.Optional;

/// Makes the entries of a basis.
record Reason(Word component, int grade, Rule rule) {
    Basis of(String finding, Instant at, ObservationId id) {
        return new Basis(component, grade, finding, rule.label(), rule.source(), Optional.of(id), Optional.of(at));
    }
}
