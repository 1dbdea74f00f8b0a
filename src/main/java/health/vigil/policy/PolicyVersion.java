package health.vigil.policy;

import health.vigil.grading.Policy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Computes the name of a changed policy. The same numbers have the same name everywhere.
final class PolicyVersion {
    private static final int LENGTH = 12;

    private PolicyVersion() {}

    static String of(Policy policy) {
        var digest = HexFormat.of().formatHex(sha256(policy.toString()));
        return "local-" + digest.substring(0, LENGTH);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
