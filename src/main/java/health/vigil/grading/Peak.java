package health.vigil.grading;

import java.time.Instant;

/// The highest known grade since the infusion, and the first instant at which it was reached.
public record Peak(Grade grade, Instant at) {}
