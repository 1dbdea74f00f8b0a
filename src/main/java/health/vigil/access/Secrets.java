package health.vigil.access;

import java.security.SecureRandom;
import java.util.Base64;

/// Makes passwords that nobody guesses.
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 15;

    private Secrets() {}

    /// 20 characters, 120 bits.
    static String password() {
        var bytes = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
