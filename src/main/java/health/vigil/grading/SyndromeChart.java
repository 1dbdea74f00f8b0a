package health.vigil.grading;

/// One syndrome of a chart: the state of its rules, and the track of its grade.
record SyndromeChart<S>(S state, Track track) {}
