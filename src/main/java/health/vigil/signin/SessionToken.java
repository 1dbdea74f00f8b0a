package health.vigil.signin;

import health.vigil.account.Secrets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// The cookie of a user of the identity provider: a random number and the time of the sign-in. The session is
/// found by the hash of both, so nobody can change the time.
final class SessionToken {
    private static final Pattern SIGNED_IN_AT = Pattern.compile("[^.]+\\.(\\d{1,12})");

    private SessionToken() {}

    static String at(Instant signedInAt) {
        return Secrets.session() + "." + signedInAt.getEpochSecond();
    }

    static Optional<Instant> signedInAt(String token) {
        var parts = SIGNED_IN_AT.matcher(token);
        return parts.matches() ? Optional.of(Instant.ofEpochSecond(Long.parseLong(parts.group(1)))) : Optional.empty();
    }
}
