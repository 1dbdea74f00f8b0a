package health.vigil.grading;

import health.vigil.observation.Word;
import java.util.Optional;

/// What counts for a grade on another scale, which words it itself.
public record ScaleFinding(Word component, int grade, String finding, Citation rule, Optional<Origin> origin)
        implements Evidence {}
