package health.vigil.access;

import java.time.Duration;

/// A sign-in that succeeded.
record Session(User user, String token, Duration life) {}
