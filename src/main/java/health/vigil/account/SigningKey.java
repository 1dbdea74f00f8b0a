package health.vigil.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/// The key pair for the tokens of this machine's accounts. RSA, because every request verifies a signature
/// and only sign-in creates one.
record SigningKey(Path folder) {
    private static final int BITS = 3072;
    private static final int LINE = 64;

    /// Creates the pair if it is missing.
    static SigningKey in(Path folder) throws IOException {
        var key = new SigningKey(folder);
        if (!Files.exists(key.privatePart()) || !Files.exists(key.publicPart())) {
            key.make();
        }
        return key;
    }

    Path publicPart() {
        return folder.resolve("signing.pub.pem");
    }

    private Path privatePart() {
        return folder.resolve("signing.pem");
    }

    PrivateKey read() throws IOException {
        var pem = Files.readString(privatePart()).replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IOException("Not a private key: " + privatePart(), unreadable);
        }
    }

    private void make() throws IOException {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            SecretFile.write(publicPart(), pem("PUBLIC KEY", pair.getPublic()));
            SecretFile.write(privatePart(), pem("PRIVATE KEY", pair.getPrivate()));
        } catch (GeneralSecurityException impossible) {
            throw new IOException(impossible);
        }
    }

    private static String pem(String what, Key key) {
        var encoder = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
        return "-----BEGIN " + what + "-----\n" + encoder.encodeToString(key.getEncoded()) + "\n-----END " + what
                + "-----\n";
    }
}
