package health.vigil.account;

import health.vigil.access.AccessSettings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Optional;

/// Signs the tokens of this machine's accounts, if it has any.
@Singleton
public class Signer {
    private final Optional<PrivateKey> key;

    Signer(AccessSettings settings) {
        key = settings.folder().map(Signer::read);
    }

    public boolean signs() {
        return key.isPresent();
    }

    String sign(Token token) {
        return token.signed(key.orElseThrow());
    }

    private static PrivateKey read(Path folder) {
        try {
            return new SigningKey(folder.resolve("keys")).read();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
