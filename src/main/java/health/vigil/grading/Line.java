package health.vigil.grading;

/// One syndrome of a chart: what its rules can see, and how its grade has gone.
record Line<S>(S state, Track track) {}
