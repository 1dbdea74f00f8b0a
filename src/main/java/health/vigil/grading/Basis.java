package health.vigil.grading;

import health.vigil.observation.ObservationId;
import health.vigil.observation.Word;
import java.time.Instant;
import java.util.Optional;

/// One reason of a grade, or one thing that was left out of it.
///
/// @param component what was judged: a {@link health.vigil.observation.Component}, or `death`
/// @param grade 0 to 5: what it gives by itself
/// @param finding a sentence with value, limit and unit
/// @param rule the rule's id and name, as in docs/clinical-rules.md
/// @param source where the rule comes from
public record Basis(
        Word component,
        int grade,
        String finding,
        String rule,
        String source,
        Optional<ObservationId> observationId,
        Optional<Instant> effectiveAt) {}
