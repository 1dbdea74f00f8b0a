package health.vigil.signin;

/// @param ended how many sessions were ended
record EndedSessions(int ended) {}
