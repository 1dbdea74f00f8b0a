package health.vigil.ehr;

import health.vigil.problem.ProblemException;
import health.vigil.store.Database;
import health.vigil.store.UsedTokens;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/// Verifies the tokens with which EHRs sign their calls (CDS Hooks 2.0, "Trusting CDS Clients"). Each token is
/// for one endpoint of ours, is valid for five minutes at most, and is accepted once.
@Singleton
class EhrTokens {
    /// Longer than tokens of any EHR.
    private static final int LONGEST = 8_192;

    private static final int MINUTES = 5;
    private static final int SKEW_SECONDS = 30;
    private static final Pattern ID = Pattern.compile("[!-~]{1,256}");
    private static final Duration LATER = Duration.ofSeconds(10);
    private static final int CAUSES = 10;

    /// Only to find out whose key to verify a token with. Nothing else of it counts.
    private static final JwtConsumer UNVERIFIED = new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .build();

    private final Ehrs ehrs;
    private final Database database;

    EhrTokens(Ehrs ehrs, Database database) {
        this.ehrs = ehrs;
        this.database = database;
    }

    /// The EHR that signed a token for an endpoint.
    ///
    /// @throws AuthenticationFailedException if no configured EHR did, or the token was used before
    /// @throws ProblemException 503 while the EHR's keys cannot be read
    Ehr verify(String token, CdsEndpoint endpoint) {
        if (!ehrs.offered() || token.isEmpty() || token.length() > LONGEST) {
            throw new AuthenticationFailedException();
        }
        try {
            var ehr = ehrs.ofIssuer(issuer(token)).orElseThrow(AuthenticationFailedException::new);
            use(ehr, consumer(ehr, endpoint).processToClaims(token));
            return ehr;
        } catch (InvalidJwtException refused) {
            throw keysAway(refused)
                    ? ProblemException.unavailable("The keys of the calling system cannot be read now", LATER)
                    : new AuthenticationFailedException(refused);
        } catch (MalformedClaimException refused) {
            throw new AuthenticationFailedException(refused);
        }
    }

    private static String issuer(String token) throws InvalidJwtException, MalformedClaimException {
        var issuer = UNVERIFIED.processToClaims(token).getIssuer();
        return issuer == null ? "" : issuer;
    }

    private JwtConsumer consumer(Ehr ehr, CdsEndpoint endpoint) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT, ehr.algorithms().toArray(String[]::new))
                .setVerificationKeyResolver(ehr.keys())
                .setExpectedIssuer(ehr.issuer())
                .setExpectedAudience(endpoint.audiences(ehrs.base()))
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes(MINUTES)
                .setRequireIssuedAt()
                .setRequireJwtId()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .build();
    }

    /// Uses a token up. All processes share what was used.
    private void use(Ehr ehr, JwtClaims claims) throws MalformedClaimException {
        var id = claims.getJwtId();
        var until = Instant.ofEpochSecond(claims.getExpirationTime().getValue()).plusSeconds(SKEW_SECONDS);
        if (!ID.matcher(id).matches() || !database.transact(sql -> UsedTokens.use(sql, ehr.name(), id, until))) {
            throw new AuthenticationFailedException();
        }
    }

    private static boolean keysAway(Throwable refused) {
        return Stream.iterate(refused, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES)
                .anyMatch(IOException.class::isInstance);
    }
}
