package health.vigil.store;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/// Encrypts quarantined records with AES-GCM, so that database files and backups do not reveal patient data.
/// Altered data is not decrypted.
public final class Seal {
    /// 32 bytes in Base64.
    private static final String KEY = "vigil.quarantine.key";

    /// Earlier keys, which still decrypt old records.
    private static final String EARLIER = "vigil.quarantine.earlier-keys";

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Optional<SecretKeySpec> key;
    private final List<SecretKeySpec> all;

    private Seal(Optional<SecretKeySpec> key, List<SecretKeySpec> earlier) {
        this.key = key;
        this.all = Stream.concat(key.stream(), earlier.stream()).toList();
    }

    /// The configured instance. Without a key, as in tests, nothing is encrypted.
    public static Seal configured() {
        return of(ConfigProvider.getConfig());
    }

    static Seal of(Config config) {
        var key = config.getOptionalValue(KEY, String.class).filter(text -> !text.isBlank());
        var earlier = config.getOptionalValues(EARLIER, String.class).orElse(List.of());
        return new Seal(key.map(Seal::read), earlier.stream().map(Seal::read).toList());
    }

    private static SecretKeySpec read(String text) {
        var bytes = Base64.getDecoder().decode(text.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(KEY + " must be " + KEY_BYTES + " bytes in Base64");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    boolean seals() {
        return key.isPresent();
    }

    byte[] close(byte[] open) {
        return key.map(known -> close(open, known)).orElse(open);
    }

    private static byte[] close(byte[] open, SecretKeySpec key) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(open);
            var whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return whole;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Decrypts.
    ///
    /// @throws IllegalStateException if none of the keys fits
    public byte[] open(byte[] sealed) {
        return all.stream()
                .flatMap(known -> open(sealed, known).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No key of " + KEY + " decrypts the quarantined record"));
    }

    private static Optional<byte[]> open(byte[] sealed, SecretKeySpec key) {
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE_BYTES));
            return Optional.of(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (GeneralSecurityException another) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
