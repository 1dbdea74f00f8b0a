package health.vigil.grading;

import health.vigil.observation.Word;
import java.util.Optional;

/// A finding that counts for a grade on another scale, with its text from that scale.
public record ScaleFinding(Word component, int grade, String finding, Citation rule, Optional<Origin> origin)
        implements Evidence {}
