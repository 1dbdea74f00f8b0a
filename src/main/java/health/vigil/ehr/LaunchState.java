package health.vigil.ehr;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jose4j.base64url.Base64Url;
import org.jose4j.lang.ByteUtil;
import org.jose4j.lang.HashUtil;

/// A launch that was begun in a browser, which keeps it for five minutes. Only a response with this state, a
/// token with this nonce, and a code that belongs to this verifier end it.
///
/// @param ehr its name
record LaunchState(String ehr, String state, String nonce, String verifier) {
    private static final int BYTES = 32;
    private static final Pattern COOKIE =
            Pattern.compile("([A-Za-z0-9_-]{1,32})\\.([\\w-]{43})\\.([\\w-]{43})\\.([\\w-]{43})");

    static LaunchState begin(String ehr) {
        return new LaunchState(ehr, random(), random(), random());
    }

    private static String random() {
        return Base64Url.encode(ByteUtil.randomBytes(BYTES));
    }

    static Optional<LaunchState> read(String cookie) {
        var parts = COOKIE.matcher(cookie);
        return parts.matches()
                ? Optional.of(new LaunchState(parts.group(1), parts.group(2), parts.group(3), parts.group(4)))
                : Optional.empty();
    }

    String cookie() {
        return String.join(".", ehr, state, nonce, verifier);
    }

    boolean is(String other) {
        return MessageDigest.isEqual(bytes(state), bytes(other));
    }

    /// The challenge of the verifier (PKCE, S256).
    String challenge() {
        return Base64Url.encode(HashUtil.getMessageDigest("SHA-256").digest(bytes(verifier)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "LaunchState of " + ehr;
    }
}
