package health.vigil.account;

import health.vigil.access.User;
import java.time.Duration;

/// A sign-in that succeeded.
public record Session(User user, String token, Duration life) {}
