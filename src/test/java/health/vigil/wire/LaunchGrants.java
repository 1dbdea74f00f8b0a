package health.vigil.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import health.vigil.access.Jws;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/// The authorization server and the FHIR server of the EHR. The address decides what is launched: a test adds
/// `number` where a person would open a chart, and `other-nonce`, `audience`, `issuer` or `other-patient` to get
/// what must be refused.
final class LaunchGrants {
    static final String CLIENT = "vigil-at-the-ehr";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACCESS = "access-token-of-the-ehr";

    private final String address;
    private final Path folder;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, String> numbers = new ConcurrentHashMap<>();

    LaunchGrants(String address, Path folder) {
        this.address = address;
        this.folder = folder;
    }

    void serve(HttpServer server) {
        server.createContext("/ehr/.well-known/smart-configuration", this::configuration);
        server.createContext("/ehr/authorize", this::authorize);
        server.createContext("/ehr/token", this::token);
        server.createContext("/ehr/Patient/", this::patient);
    }

    private void configuration(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                Map.of(
                        "issuer",
                        address,
                        "authorization_endpoint",
                        address + "/authorize",
                        "token_endpoint",
                        address + "/token",
                        "jwks_uri",
                        address.replaceFirst("/ehr$", "/ehr-keys"),
                        "code_challenge_methods_supported",
                        List.of("S256"),
                        "capabilities",
                        List.of("launch-ehr")));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked = AuthorizationGrants.parameters(exchange.getRequestURI().getRawQuery());
        var code = UUID.randomUUID().toString();
        codes.put(code, asked);
        exchange.getResponseHeaders()
                .add("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /// A code can be exchanged once, by the client whose key signs, with its verifier.
    private void token(HttpExchange exchange) throws IOException {
        var asked = AuthorizationGrants.parameters(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var granted = Optional.ofNullable(codes.remove(asked.getOrDefault("code", "")));
        if (granted.isPresent() && isTheClient(asked) && proves(asked, granted.get())) {
            answer(exchange, 200, tokens(granted.get()));
        } else {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
        }
    }

    private boolean isTheClient(Map<String, String> asked) throws IOException {
        try {
            var key = (RsaJsonWebKey) JsonWebKey.Factory.newJwk(
                    Files.readString(EhrKeys.in(folder).ours()));
            var claims = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(ConstraintType.PERMIT, "RS384")
                    .setVerificationKey(key.getPublicKey())
                    .setExpectedIssuer(CLIENT)
                    .setExpectedSubject(CLIENT)
                    .setExpectedAudience(address + "/token")
                    .setRequireExpirationTime()
                    .setMaxFutureValidityInMinutes(5)
                    .setRequireJwtId()
                    .build()
                    .processToClaims(asked.get("client_assertion"));
            return !claims.getClaimsMap().isEmpty();
        } catch (InvalidJwtException | JoseException refused) {
            return false;
        }
    }

    private static boolean proves(Map<String, String> asked, Map<String, String> granted) {
        return "S256".equals(granted.get("code_challenge_method"))
                && Objects.equals(granted.get("redirect_uri"), asked.get("redirect_uri"))
                && challenge(asked.getOrDefault("code_verifier", "")).equals(granted.get("code_challenge"));
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, Object> tokens(Map<String, String> granted) throws IOException {
        var id = UUID.randomUUID().toString();
        numbers.put(id, granted.getOrDefault("number", "p-1"));
        var claims = new JwtClaims();
        claims.setIssuer(granted.getOrDefault("issuer", address));
        claims.setAudience(granted.getOrDefault("audience", CLIENT));
        claims.setSubject("7");
        claims.setStringClaim("fhirUser", address + "/Practitioner/7");
        claims.setStringClaim("nonce", granted.getOrDefault("other-nonce", granted.getOrDefault("nonce", "")));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        var key = EhrKeys.in(folder).load();
        var all = new HashMap<String, Object>();
        all.put("access_token", ACCESS);
        all.put("token_type", "Bearer");
        all.put("id_token", Jws.signed(claims, "RS384", Optional.of(EhrKeys.KEY), key.getPrivateKey()));
        all.put("patient", granted.getOrDefault("other-patient", id));
        return all;
    }

    private void patient(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var id = path.substring(path.lastIndexOf('/') + 1);
        var number = numbers.getOrDefault(id, "");
        if (!("Bearer " + ACCESS).equals(exchange.getRequestHeaders().getFirst("Authorization")) || number.isEmpty()) {
            answer(exchange, 404, Map.of());
            return;
        }
        answer(
                exchange,
                200,
                Map.of(
                        "resourceType",
                        "Patient",
                        "id",
                        id,
                        "identifier",
                        List.of(Map.of("system", "urn:vigil:patient", "value", number))));
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> content) throws IOException {
        var bytes = JSON.writeValueAsBytes(content);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
