package health.vigil.stream;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// Proves that the service itself wrote a record: HMAC-SHA256 of its value, in a header. Other writers to the
/// topic do not have the key and so cannot pose as a user.
///
/// The key is derived from the quarantine key, which every process has.
public final class RecordSignature {
    /// The header with the signature in hexadecimal digits.
    public static final String HEADER = "vigil-signature";

    private static final String KEY = "vigil.quarantine.key";
    private static final String EARLIER = "vigil.quarantine.earlier-keys";
    private static final String AUTHORS = "vigil.stream.authors";
    private static final String TRUSTED = "trusted";
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "vigil.observations".getBytes(StandardCharsets.UTF_8);

    private final List<SecretKeySpec> keys;
    private final boolean trusting;

    private RecordSignature(List<SecretKeySpec> keys, boolean trusting) {
        this.keys = keys;
        this.trusting = trusting;
    }

    /// The configured instance.
    public static RecordSignature configured() {
        return of(ConfigProvider.getConfig());
    }

    /// Without a key, as in tests, and with `vigil.stream.authors=trusted`, every author counts as verified.
    static RecordSignature of(Config config) {
        var key = config.getOptionalValue(KEY, String.class).filter(text -> !text.isBlank());
        var earlier = config.getOptionalValues(EARLIER, String.class).orElse(List.of());
        var keys = Stream.concat(key.stream(), key.isPresent() ? earlier.stream() : Stream.empty())
                .map(text -> derived(Base64.getDecoder().decode(text.strip())))
                .toList();
        var trusting = config.getOptionalValue(AUTHORS, String.class).filter(TRUSTED::equals);
        return new RecordSignature(keys, keys.isEmpty() || trusting.isPresent());
    }

    private static SecretKeySpec derived(byte[] key) {
        return new SecretKeySpec(code(new SecretKeySpec(key, ALGORITHM), PURPOSE), ALGORITHM);
    }

    private static byte[] code(SecretKeySpec key, byte[] value) {
        try {
            var code = Mac.getInstance(ALGORITHM);
            code.init(key);
            return code.doFinal(value);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Adds the signature to the headers of a record.
    public void sign(byte[] value, Headers headers) {
        keys.stream()
                .findFirst()
                .map(key -> HexFormat.of().formatHex(code(key, value)))
                .ifPresent(text -> headers.add(HEADER, text.getBytes(StandardCharsets.US_ASCII)));
    }

    /// Whether the author that a record names can be trusted.
    public boolean verifies(byte @Nullable [] value, Headers headers) {
        return trusting || (value != null && signed(value, Optional.ofNullable(headers.lastHeader(HEADER))));
    }

    private boolean signed(byte[] value, Optional<Header> header) {
        return header.map(Header::value)
                .filter(said -> keys.stream().anyMatch(key -> MessageDigest.isEqual(said, hexadecimal(key, value))))
                .isPresent();
    }

    private static byte[] hexadecimal(SecretKeySpec key, byte[] value) {
        return HexFormat.of().formatHex(code(key, value)).getBytes(StandardCharsets.US_ASCII);
    }
}
