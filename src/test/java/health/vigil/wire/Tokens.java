package health.vigil.wire;

import health.vigil.access.Jws;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jspecify.annotations.Nullable;

/// Tokens of the hospital's identity provider, or of an impostor.
final class Tokens {
    private Tokens() {}

    static String of(RsaJsonWebKey key, String role, Consumer<JwtClaims> change) {
        var claims = claims(role);
        change.accept(claims);
        return signed(claims, AlgorithmIdentifiers.RSA_USING_SHA256, key.getKeyId(), key.getPrivateKey());
    }

    /// The ID token, which says who signed in.
    static String ofSignIn(RsaJsonWebKey key, String client, String nonce) {
        return of(key, "none", claims -> {
            claims.setAudience(client);
            claims.unsetClaim("realm_access");
            claims.setStringClaim("nonce", nonce);
        });
    }

    static String withAlgorithm(RsaJsonWebKey key, String role, String algorithm) {
        return signed(claims(role), algorithm, key.getKeyId(), key.getPrivateKey());
    }

    static String unsigned(String role) {
        return signed(claims(role), AlgorithmIdentifiers.NONE, "first", null);
    }

    static String withThePublicKey(RsaJsonWebKey key, String role) {
        var secret = key.getRsaPublicKey().toString().getBytes(StandardCharsets.UTF_8);
        return signed(claims(role), AlgorithmIdentifiers.HMAC_SHA256, key.getKeyId(), new HmacKey(secret));
    }

    private static JwtClaims claims(String role) {
        var claims = new JwtClaims();
        claims.setIssuer(IdentityProvider.ISSUER);
        claims.setAudience(IdentityProvider.AUDIENCE);
        claims.setSubject("s-1");
        claims.setStringClaim("preferred_username", role + "-1");
        claims.setClaim("realm_access", Map.of("roles", List.of(role, "offline_access")));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        claims.setGeneratedJwtId();
        return claims;
    }

    private static String signed(JwtClaims claims, String algorithm, String keyId, @Nullable Key key) {
        return Jws.signed(claims, algorithm, Optional.of(keyId), key);
    }
}
