package health.vigil.account;

import health.vigil.access.Role;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/// A bearer token of an account of this machine: a JWT whose id names a stored credential. It is valid while
/// that credential exists.
///
/// @param id the id of the credential
public record Token(UUID id, String username, Role role, Instant issuedAt, Duration life) {
    static final String ISSUER = "vigil";
    static final String AUDIENCE = "vigil";
    static final String ALGORITHM = AlgorithmIdentifiers.RSA_USING_SHA256;

    /// Permanent, until it is rotated.
    static final Duration LASTING = Duration.ofDays(3650);

    static Token lasting(String username, Role role) {
        return new Token(UUID.randomUUID(), username, role, Instant.now(), LASTING);
    }

    Instant expiresAt() {
        return issuedAt.plus(life);
    }

    String signed(PrivateKey key) {
        var signature = new JsonWebSignature();
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(ALGORITHM);
        signature.setPayload(claims().toJson());
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JwtClaims claims() {
        var claims = new JwtClaims();
        claims.setJwtId(id.toString());
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(username);
        claims.setStringClaim("upn", username);
        claims.setStringListClaim("groups", List.of(role.word()));
        claims.setIssuedAt(NumericDate.fromSeconds(issuedAt.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(expiresAt().getEpochSecond()));
        return claims;
    }

    /// The id of a token that we issued ourselves, which need not be verified again.
    public static UUID idOf(String token) {
        try {
            var own = new JwtConsumerBuilder()
                    .setSkipAllValidators()
                    .setSkipSignatureVerification()
                    .build();
            return UUID.fromString(own.processToClaims(token).getJwtId());
        } catch (InvalidJwtException | MalformedClaimException spoilt) {
            throw new IllegalStateException("Not a token of this service", spoilt);
        }
    }
}
