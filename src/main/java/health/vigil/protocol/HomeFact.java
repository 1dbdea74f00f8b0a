package health.vigil.protocol;

import health.vigil.grading.Evidence;
import health.vigil.grading.Sentences;
import health.vigil.observation.Word;
import java.time.Instant;
import java.util.Optional;

/// A reading at home by which a row fits. Nobody of the hospital confirmed it.
///
/// @param finding a sentence with value, unit and the mark
public record HomeFact(Word component, String finding, Optional<Instant> at) {
    static HomeFact of(Evidence evidence) {
        return new HomeFact(evidence.component(), Sentences.of(evidence).text(), evidence.effectiveAt());
    }
}
