package health.vigil.ehr;

import java.net.URI;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/// Vigil as a client of an EHR's authorization server.
///
/// @param issuer the base address of the EHR's FHIR server
/// @param key our private key
record LaunchClient(String name, String issuer, String clientId, PublicJsonWebKey key, String algorithm) {
    private static final float MINUTES = 4;

    /// An address below the FHIR server.
    URI at(String path) {
        return URI.create((issuer.endsWith("/") ? issuer : issuer + "/") + path);
    }

    /// Proves to a token endpoint who we are (`private_key_jwt`).
    String assertion(String tokenEndpoint) throws JoseException {
        var claims = new JwtClaims();
        claims.setIssuer(clientId);
        claims.setSubject(clientId);
        claims.setAudience(tokenEndpoint);
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(MINUTES);
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setHeader("typ", "JWT");
        signature.setKey(key.getPrivateKey());
        signature.setPayload(claims.toJson());
        return signature.getCompactSerialization();
    }

    @Override
    public String toString() {
        return "LaunchClient " + name;
    }
}
