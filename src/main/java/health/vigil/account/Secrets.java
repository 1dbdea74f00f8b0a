package health.vigil.account;

import java.security.SecureRandom;
import java.util.Base64;

/// Generates secrets.
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 15;
    private static final int SESSION_BYTES = 32;

    private Secrets() {}

    /// 20 characters, 120 bits.
    static String password() {
        return made(PASSWORD_BYTES);
    }

    public static String session() {
        return made(SESSION_BYTES);
    }

    private static String made(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
