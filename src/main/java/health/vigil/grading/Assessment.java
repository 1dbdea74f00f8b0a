package health.vigil.grading;

import java.util.Set;

/// The assessment of a syndrome at an instant.
record Assessment(Grade grade, Set<Flag> flags, Horizon horizon) {}
