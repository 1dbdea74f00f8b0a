package health.vigil.ehr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.problem.ProblemException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/// The launch from an EHR (SMART App Launch 2.2): the authorization code flow with PKCE at the EHR's server, then
/// one read of the launched Patient. The EHR's token is used for this read only and is kept nowhere.
@Singleton
class LaunchFlow {
    static final String ANSWER = "/smart/answer";

    private static final Logger LOG = Logger.getLogger(LaunchFlow.class);
    private static final Duration LATER = Duration.ofSeconds(10);
    private static final String SCOPES = "launch openid fhirUser patient/Patient.rs";
    private static final int SKEW_SECONDS = 30;
    private static final int MINUTES = 24 * 60;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final EhrHttp http;
    private final PublicAddress address;

    LaunchFlow(EhrHttp http, PublicAddress address) {
        this.http = http;
        this.address = address;
    }

    /// A launch that has come back.
    ///
    /// @param user the user of the EHR, which grants nothing
    record LaunchedPatient(String user, EhrPatient patient) {}

    /// Where the browser has to go.
    ///
    /// @throws ProblemException 503 if the EHR does not answer
    URI begin(LaunchClient client, LaunchState state, String launch) {
        try {
            var authorization = server(client).authorization().toString();
            var parameters = Map.of(
                    "response_type", "code",
                    "client_id", client.clientId(),
                    "redirect_uri", redirect(),
                    "scope", SCOPES,
                    "state", state.state(),
                    "nonce", state.nonce(),
                    "aud", client.issuer(),
                    "launch", launch,
                    "code_challenge", state.challenge(),
                    "code_challenge_method", "S256");
            return URI.create(authorization + (authorization.contains("?") ? "&" : "?") + EhrHttp.encoded(parameters));
        } catch (IOException | IllegalArgumentException away) {
            throw unavailable(client);
        }
    }

    private String redirect() {
        return address.text() + ANSWER;
    }

    private EhrServer server(LaunchClient client) throws IOException {
        return EhrServer.read(EhrHttp.object(http.get(client.at(EhrServer.PLACE))));
    }

    /// @throws ProblemException 401 if the EHR's tokens are not for this launch, 503 if it does not answer
    LaunchedPatient finish(LaunchClient client, LaunchState state, String code) {
        try {
            var server = server(client);
            var tokens = exchange(client, server, state, code);
            var claims = verified(client, server, tokens.path("id_token").asText());
            if (!state.nonce().equals(claims.getClaimValueAsString("nonce"))) {
                throw LaunchResource.refused();
            }
            return new LaunchedPatient(user(claims), patient(client, tokens));
        } catch (InvalidJwtException | MalformedClaimException refused) {
            throw LaunchResource.refused();
        } catch (IOException | IllegalArgumentException | JoseException away) {
            throw unavailable(client);
        }
    }

    private ObjectNode exchange(LaunchClient client, EhrServer server, LaunchState state, String code)
            throws IOException, JoseException {
        return http.post(
                server.token(),
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        redirect(),
                        "code_verifier",
                        state.verifier(),
                        "client_assertion_type",
                        ASSERTION,
                        "client_assertion",
                        client.assertion(server.token().toString())));
    }

    private JwtClaims verified(LaunchClient client, EhrServer server, String idToken) throws InvalidJwtException {
        var keys = new HttpsJwks(server.keys());
        keys.setSimpleHttpGet(new EhrKeySource(client.name(), http));
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, "RS256", "RS384", "ES256", "ES384")
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
                .setExpectedIssuer(server.issuer())
                .setExpectedAudience(client.clientId())
                .setRequireSubject()
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes(MINUTES)
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .build()
                .processToClaims(idToken);
    }

    private static String user(JwtClaims claims) throws MalformedClaimException {
        var user = claims.getStringClaimValue("fhirUser");
        return user == null ? claims.getSubject() : user;
    }

    private EhrPatient patient(LaunchClient client, ObjectNode tokens) throws IOException {
        var id = tokens.path("patient").asText();
        if (!ID.matcher(id).matches()) {
            throw ProblemException.badRequest("The launch names no patient: launch Vigil from a patient's chart");
        }
        var resource = http.read(
                client.at("Patient/" + id), tokens.path("access_token").asText());
        return EhrPatient.of(resource, id).orElseThrow(() -> new IOException("Another resource was asked for"));
    }

    private static ProblemException unavailable(LaunchClient client) {
        LOG.warnf("The EHR %s does not answer a launch as it should", client.name());
        return ProblemException.unavailable("The calling system does not answer: launch Vigil again", LATER);
    }
}
