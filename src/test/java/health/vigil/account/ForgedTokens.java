package health.vigil.account;

import health.vigil.access.As;
import health.vigil.access.Jws;
import health.vigil.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jspecify.annotations.Nullable;

/// Tokens that an attacker makes from a valid one.
public final class ForgedTokens {
    private ForgedTokens() {}

    public static String withoutAlgorithm() {
        return signed(claims(), AlgorithmIdentifiers.NONE, null);
    }

    /// The public key used as a shared secret.
    public static String withThePublicKey() throws IOException {
        var pem = Files.readAllBytes(new SigningKey(As.folder().resolve("keys")).publicPart());
        return signed(claims(), AlgorithmIdentifiers.HMAC_SHA256, new HmacKey(pem));
    }

    public static String withAnotherKey() throws NoSuchAlgorithmException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return signed(claims(), Token.ALGORITHM, generator.generateKeyPair().getPrivate());
    }

    public static String withTheWrongAlgorithm() throws IOException {
        return signed(claims(), AlgorithmIdentifiers.RSA_USING_SHA512, key());
    }

    /// Signed with our own key, as if it had leaked, with changed claims.
    public static String changed(Consumer<JwtClaims> change) throws IOException {
        var claims = claims();
        change.accept(claims);
        return signed(claims, Token.ALGORITHM, key());
    }

    public static String unknown() throws IOException {
        return changed(claims -> claims.setJwtId(UUID.randomUUID().toString()));
    }

    /// The nurse's token with an administrator's role.
    public static String promoted() throws IOException {
        return changed(claims -> claims.setStringListClaim("groups", List.of("admin")));
    }

    private static Key key() throws IOException {
        return new SigningKey(As.folder().resolve("keys")).read();
    }

    private static JwtClaims claims() {
        try {
            var reader = new JwtConsumerBuilder()
                    .setSkipAllValidators()
                    .setSkipSignatureVerification()
                    .build();
            return reader.processToClaims(As.issued(Role.NURSE).token());
        } catch (InvalidJwtException spoilt) {
            throw new IllegalStateException(spoilt);
        }
    }

    private static String signed(JwtClaims claims, String algorithm, @Nullable Key key) {
        return Jws.signed(claims, algorithm, Optional.empty(), key);
    }
}
