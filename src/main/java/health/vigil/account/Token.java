package health.vigil.account;

import health.vigil.access.Role;
import health.vigil.access.SessionTimes;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
/// @param signedInAt when the session of the pages began; absent for a permanent token
public record Token(
        UUID id, String username, Role role, Instant issuedAt, Duration life, Optional<Instant> signedInAt) {
    static final String ISSUER = "vigil";
    static final String AUDIENCE = "vigil";
    static final String ALGORITHM = AlgorithmIdentifiers.RSA_USING_SHA256;

    /// Permanent, until it is rotated.
    static final Duration LASTING = Duration.ofDays(3650);

    /// The claim of OpenID Connect for the time of the sign-in.
    private static final String SIGNED_IN = "auth_time";

    static Token lasting(String username, Role role) {
        return new Token(UUID.randomUUID(), username, role, Instant.now(), LASTING, Optional.empty());
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
        signedInAt.ifPresent(at -> claims.setClaim(SIGNED_IN, at.getEpochSecond()));
        return claims;
    }

    /// The id of a token that we issued ourselves, which need not be verified again.
    public static UUID idOf(String token) {
        try {
            return UUID.fromString(claims(token).getJwtId());
        } catch (MalformedClaimException spoilt) {
            throw foreign(spoilt);
        }
    }

    /// The times of a token that we issued ourselves.
    public static SessionTimes timesOf(String token) {
        try {
            var claims = claims(token);
            var signedIn = Optional.ofNullable(claims.getNumericDateClaimValue(SIGNED_IN));
            return new SessionTimes(signedIn.map(Token::instant), instant(claims.getExpirationTime()));
        } catch (MalformedClaimException spoilt) {
            throw foreign(spoilt);
        }
    }

    private static Instant instant(NumericDate date) {
        return Instant.ofEpochSecond(date.getValue());
    }

    private static JwtClaims claims(String token) {
        try {
            return new JwtConsumerBuilder()
                    .setSkipAllValidators()
                    .setSkipSignatureVerification()
                    .build()
                    .processToClaims(token);
        } catch (InvalidJwtException spoilt) {
            throw foreign(spoilt);
        }
    }

    private static IllegalStateException foreign(Exception spoilt) {
        return new IllegalStateException("Not a token of this service", spoilt);
    }
}
