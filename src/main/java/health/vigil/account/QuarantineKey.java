package health.vigil.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/// The key that encrypts quarantined records on this machine; created at the first start, readable by its
/// owner only.
final class QuarantineKey {
    private static final int BYTES = 32;

    private QuarantineKey() {}

    static String in(Path folder) throws IOException {
        var file = folder.resolve("quarantine.key");
        if (!Files.exists(file)) {
            SecretFile.write(file, made() + "\n");
        }
        return Files.readString(file).strip();
    }

    private static String made() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
