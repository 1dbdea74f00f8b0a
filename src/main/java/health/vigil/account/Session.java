package health.vigil.account;

import health.vigil.access.User;
import java.time.Duration;

/// A successful sign-in.
public record Session(User user, String token, Duration life) {}
