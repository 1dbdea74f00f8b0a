package health.vigil.grading;

import java.util.Set;

/// A syndrome at an instant.
record Assessment(Grade grade, Set<Flag> flags, Horizon horizon) {}
