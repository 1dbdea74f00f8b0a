package health.vigil.subscription;

import health.vigil.access.CredentialReference;
import health.vigil.access.CredentialReference.CredentialKind;
import health.vigil.observation.Word;
import health.vigil.store.Database;
import health.vigil.store.UsedTokens;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.Config;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The tokens with which a client binds its subscriptions to a websocket. A token is signed, so every process can check
/// it; it is valid for a minute, and is accepted once.
@Singleton
public class BindingTokens {
    private static final Duration LIFE = Duration.ofMinutes(1);

    /// Every process has it.
    private static final String KEY = "vigil.quarantine.key";

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "vigil.subscription-sockets".getBytes(UTF_8);
    private static final int KEY_BYTES = 32;
    private static final String AUDIENCE = "vigil:subscription-sockets";

    /// No name of an EHR contains a colon.
    private static final String ISSUER = "vigil:subscription-sockets";

    private static final String SUBSCRIPTIONS = "subscriptions";
    private static final String WARDS = "wards";
    private static final String CREDENTIAL_KIND = "credential_kind";
    private static final String CREDENTIAL = "credential";
    private static final String CREDENTIAL_UNTIL = "credential_until";

    private final Database database;
    private final SecretKeySpec key;
    private final JwtConsumer consumer;

    BindingTokens(Database database, Config config) {
        this.database = database;
        this.key = key(config);
        this.consumer = new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setRequireJwtId()
                .setRequireSubject()
                .setExpectedAudience(AUDIENCE)
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
                .setVerificationKey(key)
                .build();
    }

    /// What a token permits.
    ///
    /// @param wards the keys of the wards that the account may see; absent for every ward
    /// @param credential of the request for the token: what was bound ends with it
    public record BindingGrant(
            String owner, Optional<Set<String>> wards, List<UUID> subscriptions, CredentialReference credential) {
        public BindingGrant {
            wards = wards.map(Set::copyOf);
            subscriptions = List.copyOf(subscriptions);
        }
    }

    /// A token and its end.
    public record BindingToken(String token, Instant expiresAt) {}

    public BindingToken issue(BindingGrant grant) {
        return issue(grant, Instant.now().plus(LIFE));
    }

    BindingToken issue(BindingGrant grant, Instant until) {
        var end = NumericDate.fromSeconds(until.getEpochSecond());
        var claims = new JwtClaims();
        claims.setGeneratedJwtId();
        claims.setAudience(AUDIENCE);
        claims.setSubject(grant.owner());
        claims.setExpirationTime(end);
        claims.setStringListClaim(
                SUBSCRIPTIONS,
                grant.subscriptions().stream().map(UUID::toString).toList());
        grant.wards().ifPresent(keys -> claims.setStringListClaim(WARDS, List.copyOf(keys)));
        claims.setStringClaim(CREDENTIAL_KIND, grant.credential().kind().word());
        claims.setStringClaim(CREDENTIAL, grant.credential().id());
        claims.setClaim(CREDENTIAL_UNTIL, grant.credential().expiresAt().getEpochSecond());
        return new BindingToken(signed(claims), Instant.ofEpochSecond(end.getValue()));
    }

    private String signed(JwtClaims claims) {
        try {
            var signature = new JsonWebSignature();
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
            signature.setPayload(claims.toJson());
            signature.setKey(key);
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Uses a token up. Empty if it is not ours, has expired or was used before.
    Optional<BindingGrant> redeem(String token) {
        try {
            var claims = consumer.processToClaims(token);
            var id = claims.getJwtId();
            var until = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
            return database.transact(sql -> UsedTokens.use(sql, ISSUER, id, until))
                    ? Optional.of(grant(claims))
                    : Optional.empty();
        } catch (InvalidJwtException | MalformedClaimException refused) {
            return Optional.empty();
        }
    }

    private static BindingGrant grant(JwtClaims claims) throws MalformedClaimException {
        return new BindingGrant(
                claims.getSubject(),
                claims.hasClaim(WARDS)
                        ? Optional.of(new HashSet<>(claims.getStringListClaimValue(WARDS)))
                        : Optional.empty(),
                claims.getStringListClaimValue(SUBSCRIPTIONS).stream()
                        .map(UUID::fromString)
                        .toList(),
                new CredentialReference(
                        Word.of(CredentialKind.class, claims.getStringClaimValue(CREDENTIAL_KIND))
                                .orElseThrow(),
                        claims.getStringClaimValue(CREDENTIAL),
                        Instant.ofEpochSecond(claims.getClaimValue(CREDENTIAL_UNTIL, Number.class)
                                .longValue())));
    }

    /// Without the configured key, as in tests, the tokens of this process are accepted by this process only.
    private static SecretKeySpec key(Config config) {
        return config.getOptionalValue(KEY, String.class)
                .filter(text -> !text.isBlank())
                .map(text -> derived(Base64.getDecoder().decode(text.strip())))
                .orElseGet(() -> {
                    var bytes = new byte[KEY_BYTES];
                    new SecureRandom().nextBytes(bytes);
                    return new SecretKeySpec(bytes, ALGORITHM);
                });
    }

    private static SecretKeySpec derived(byte[] shared) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(shared, ALGORITHM));
            return new SecretKeySpec(mac.doFinal(PURPOSE), ALGORITHM);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
