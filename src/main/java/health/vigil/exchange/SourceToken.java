package health.vigil.exchange;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Identifies one revision of a statement: a resend has the same token, and a correction back to earlier content
/// has another one.
///
/// @param hex SHA-256 of the content and of what distinguishes the revision
public record SourceToken(String hex) {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int ID_LETTERS = 32;
    private static final int BITS = 5;
    private static final Pattern PART = Pattern.compile("x\\.[a-z2-7]{" + ID_LETTERS + "}");

    static SourceToken of(String content, String mark) {
        return new SourceToken(HexFormat.of().formatHex(Digests.of(content, mark)));
    }

    /// The id of the observation of one part of this revision.
    public String observationId(SourceKey key, String part) {
        return "x." + base32(Digests.of(key.hex(), part, hex));
    }

    /// Whether an observation with this id is a part of another system's statement.
    public static boolean isPart(String observationId) {
        return PART.matcher(observationId).matches();
    }

    /// The id of the retraction of an observation that no longer stands.
    static String retractionId(String key, String token, String observation) {
        return "x.r." + base32(Digests.of(key, token, observation));
    }

    /// The first letters of the lower-case base32 of a hash (RFC 4648).
    private static String base32(byte[] hash) {
        var letters = new StringBuilder();
        long bits = 0;
        int held = 0;
        for (var bytes = ByteBuffer.wrap(hash); letters.length() < ID_LETTERS; ) {
            bits = ((bits << Byte.SIZE) | (bytes.get() & 0xff)) & 0xffff;
            for (held += Byte.SIZE; held >= BITS && letters.length() < ID_LETTERS; held -= BITS) {
                letters.append(LETTERS.charAt((int) (bits >> (held - BITS)) & 0x1f));
            }
        }
        return letters.toString();
    }
}
