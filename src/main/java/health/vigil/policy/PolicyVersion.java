package health.vigil.policy;

import health.vigil.grading.Policy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Computes the name of a changed policy or protocol. The same content has the same name everywhere.
final class PolicyVersion {
    private static final int LENGTH = 12;

    private PolicyVersion() {}

    static String of(Policy policy) {
        return of(policy.toString());
    }

    /// The name of a content.
    static String of(String content) {
        var digest = HexFormat.of().formatHex(sha256(content));
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
