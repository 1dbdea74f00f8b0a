package health.vigil.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.ServiceTest;
import health.vigil.access.Jws;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

/// Cards of CDS Hooks, as the EHR of a hospital asks for them.
@ServiceTest
@TestProfile(HospitalProfile.class)
@SuppressWarnings("NullAway.Init")
class CdsHooksTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SERVICE = "cds-services/vigil-toxicity";
    private static final String FEEDBACK = SERVICE + "/feedback";
    private static final String AUDIENCE = EhrKeys.BASE + "/" + SERVICE;

    @TestHTTPResource(value = "/", tls = true)
    URI https;

    private final HospitalCertificates papers =
            new HospitalCertificates(Path.of(System.getProperty(HospitalResource.FOLDER)));

    private HttpClient http;

    @BeforeEach
    void open() throws IOException, GeneralSecurityException {
        http = HttpClient.newBuilder()
                .sslContext(Certificate.anonymous(papers.servers()))
                .build();
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void anybodyMayDiscoverTheService() throws Exception {
        var service = read(http.send(
                        HttpRequest.newBuilder(https.resolve("cds-services")).build(), BodyHandlers.ofString()))
                .path("services")
                .path(0);

        assertThat(service.path("id").asText()).isEqualTo("vigil-toxicity");
        assertThat(service.path("hook").asText()).isEqualTo("patient-view");
        assertThat(service.path("prefetch").path("patient").asText()).isEqualTo("Patient/{{context.patientId}}");
    }

    @Test
    void aWatchedPatientHasACardWithGradesReasonsAndRules() throws Exception {
        var patient = admit(EhrKeys.WARD);
        chart(patient, "39.2");

        await().untilAsserted(() -> {
            var card = card(patient);
            assertThat(card.path("summary").asText()).startsWith("CRS 1 · ICANS cannot be graded");
            assertThat(card.path("detail").asText()).contains("39.2 °C >= 38", "CRS-1", "As of");
            assertThat(card.path("indicator").asText()).isIn("warning", "critical");
            assertThat(card.toString()).doesNotContain(patient);
        });
    }

    /// The answer is the same for a patient of another ward, a stranger, and a patient who has left.
    @Test
    void whoIsNotWatchedInTheWardsOfTheEhrHasNoCard() throws Exception {
        var elsewhere = admit("north");
        var left = patient(EhrKeys.WARD);
        discharge(left.episode());

        var answers = List.of(
                call(elsewhere).body(),
                call(left.number()).body(),
                call("p-" + UUID.randomUUID()).body(),
                call("no id!").body());

        assertThat(answers).containsOnly("{\"cards\":[]}");
    }

    @Test
    void aTokenCountsOnce() throws Exception {
        var token = token(_ -> {});

        assertThat(send(SERVICE, token, body("p-1")).statusCode()).isEqualTo(200);
        assertThat(send(SERVICE, token, body("p-1")).statusCode()).isEqualTo(401);
        assertThat(send(FEEDBACK, token, "{}").statusCode()).isEqualTo(401);
    }

    static List<Consumer<JwtClaims>> spoilt() {
        return List.of(
                claims -> claims.setIssuer("https://ehr.elsewhere.example"),
                claims -> claims.unsetClaim("iss"),
                claims -> claims.setAudience("https://other.example/" + SERVICE),
                claims -> claims.setAudience(EhrKeys.BASE),
                claims -> claims.setAudience(EhrKeys.BASE + "/" + FEEDBACK),
                claims -> claims.unsetClaim("aud"),
                claims -> claims.setExpirationTimeMinutesInTheFuture(-5),
                claims -> claims.setExpirationTimeMinutesInTheFuture(60),
                claims -> claims.unsetClaim("exp"),
                claims -> claims.unsetClaim("iat"),
                claims -> claims.unsetClaim("jti"),
                claims -> claims.setJwtId(""),
                claims -> claims.setJwtId("a\u0000b"),
                claims -> claims.setJwtId("x".repeat(257)));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void aTokenForSomethingElseIsRefused(Consumer<JwtClaims> spoil) throws Exception {
        assertThat(send(SERVICE, token(spoil), body("p-1")).statusCode()).isEqualTo(401);
    }

    @Test
    void anotherAlgorithmOrKeyIsRefused() throws Exception {
        var key = EhrKeys.in(papers.folder()).load();
        var secret = new HmacKey(key.getRsaPublicKey().toString().getBytes(StandardCharsets.UTF_8));
        var stranger = PublishedKeys.key(EhrKeys.KEY);

        for (var token : List.of(
                Jws.signed(claims(_ -> {}), AlgorithmIdentifiers.NONE, Optional.of(EhrKeys.KEY), null),
                Jws.signed(claims(_ -> {}), AlgorithmIdentifiers.HMAC_SHA256, Optional.of(EhrKeys.KEY), secret),
                Jws.signed(claims(_ -> {}), "RS256", Optional.of(EhrKeys.KEY), key.getPrivateKey()),
                Jws.signed(claims(_ -> {}), "RS384", Optional.of(EhrKeys.KEY), stranger.getPrivateKey()),
                "",
                "x",
                "A".repeat(7000))) {
            assertThat(send(SERVICE, token, body("p-1")).statusCode()).as(token).isEqualTo(401);
        }
    }

    /// A token may name an address of its keys; only the configured one is read.
    @Test
    void theAddressOfKeysInATokenIsNotFollowed() throws Exception {
        var stranger = PublishedKeys.key("stranger");
        var token = withKeysAt("http://localhost:" + https.getPort() + "/keys", stranger.getPrivateKey());
        var known = withKeysAt(
                "http://169.254.169.254/keys",
                EhrKeys.in(papers.folder()).load().getPrivateKey());

        assertThat(send(SERVICE, token, body("p-1")).statusCode()).isEqualTo(401);
        assertThat(send(SERVICE, known, body("p-1")).statusCode()).isEqualTo(200);
    }

    private static String withKeysAt(String address, Key key) throws JoseException {
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue("RS384");
        signature.setKeyIdHeaderValue(EhrKeys.KEY);
        signature.setHeader("jku", address);
        signature.setPayload(claims(_ -> {}).toJson());
        signature.setKey(key);
        return signature.getCompactSerialization();
    }

    @Test
    void otherCredentialsDoNotCountHereAndTheEhrsNowhereElse() throws Exception {
        var nurse = nurse(EhrKeys.WARD);

        assertThat(send(SERVICE, nurse, body("p-1")).statusCode()).isEqualTo(401);
        assertThat(send("v1/observations", token(_ -> {}), "{}").statusCode()).isEqualTo(401);
        assertThat(get("v1/session", token(_ -> {})).statusCode()).isEqualTo(401);
        assertThat(get("fhir/r4/Patient/p-1", token(_ -> {})).statusCode()).isEqualTo(401);
    }

    @Test
    void aCallThatCannotBeAnsweredIsNoEmptyList() throws Exception {
        var call = body("p-1");

        assertThat(send(SERVICE, token(_ -> {}), call.replace("prefetch", "other"))
                        .statusCode())
                .isEqualTo(412);
        assertThat(send(SERVICE, token(_ -> {}), call.replace("urn:vigil:patient", "urn:other"))
                        .statusCode())
                .isEqualTo(412);
        assertThat(send(SERVICE, token(_ -> {}), call.replace("patient-view", "order-sign"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(SERVICE, token(_ -> {}), "{").statusCode()).isEqualTo(400);
    }

    /// The audit trail has the user whom the EHR names, the patient, and the card; the feedback names the same
    /// card.
    @Test
    void theAuditTrailLeadsFromAPatientToWhatBecameOfTheCard() throws Exception {
        var patient = admit(EhrKeys.WARD);
        var card = card(patient).path("uuid").asText();

        var answer =
                send(FEEDBACK, token(claims -> claims.setAudience(EhrKeys.BASE + "/" + FEEDBACK)), """
                {"feedback": [{"card": "%s", "outcome": "overridden",
                    "overrideReason": {"reason": {"code": "known"}, "userComment": null}}]}
                """.formatted(card));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(entries("patientId=" + patient + "&actor=cds:ehr:Practitioner/7"))
                .extracting(entry -> entry.path("reason").asText())
                .contains("card " + card);
        assertThat(entries("actor=cds:ehr"))
                .extracting(entry -> entry.path("reason").asText())
                .contains("card " + card + " overridden, reason known");
    }

    @Test
    void feedbackAcknowledgesNoAlert() throws Exception {
        var patient = admit(EhrKeys.WARD);
        chart(patient, "39.2");
        await().untilAsserted(() -> assertThat(unresolved(patient)).isNotEmpty());
        var card = card(patient).path("uuid").asText();

        send(FEEDBACK, token(_ -> {}), "{\"feedback\":[{\"card\":\"" + card + "\",\"outcome\":\"accepted\"}]}");

        assertThat(unresolved(patient))
                .allMatch(alert -> !alert.path("state").asText().equals("acknowledged"));
    }

    private List<JsonNode> unresolved(String patient) throws Exception {
        var alerts = read(get("v1/alerts?patientId=" + patient, nurse(EhrKeys.WARD)));
        return alerts.path("items")
                .valueStream()
                .filter(alert -> !alert.path("state").asText().equals("resolved"))
                .toList();
    }

    private List<JsonNode> entries(String query) throws Exception {
        var admin = Tokens.of(PublishedKeys.in(papers.folder()).loadPrivate(), "admin", claims -> {});
        return read(get("v1/audit?" + query, admin)).path("items").valueStream().toList();
    }

    private JsonNode card(String patient) throws Exception {
        var answer = call(patient);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(read(answer).path("cards")).hasSize(1);
        return read(answer).path("cards").path(0);
    }

    private HttpResponse<String> call(String patient) throws Exception {
        return send(SERVICE, token(_ -> {}), body(patient));
    }

    private static String body(String patient) {
        return """
                {"hook": "patient-view", "hookInstance": "%s",
                 "fhirServer": "http://169.254.169.254/fhir",
                 "fhirAuthorization": {"access_token": "never-used", "token_type": "Bearer"},
                 "context": {"userId": "Practitioner/7", "patientId": "e-1"},
                 "prefetch": {"patient": {"resourceType": "Patient", "id": "e-1",
                    "identifier": [{"system": "urn:vigil:patient", "value": "%s"}]}}}
                """.formatted(UUID.randomUUID(), patient);
    }

    private String token(Consumer<JwtClaims> change) throws IOException {
        return Jws.signed(
                claims(change),
                "RS384",
                Optional.of(EhrKeys.KEY),
                EhrKeys.in(papers.folder()).load().getPrivateKey());
    }

    private static JwtClaims claims(Consumer<JwtClaims> change) {
        var claims = new JwtClaims();
        claims.setIssuer(EhrKeys.ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(4);
        claims.setGeneratedJwtId();
        change.accept(claims);
        return claims;
    }

    private String nurse(String ward) throws IOException {
        return Tokens.of(
                PublishedKeys.in(papers.folder()).loadPrivate(),
                "nurse",
                claims -> claims.setStringListClaim("wards", List.of(ward)));
    }

    private record NewPatient(String number, String episode) {}

    private String admit(String ward) throws Exception {
        return patient(ward).number();
    }

    private NewPatient patient(String ward) throws Exception {
        var patient = "p-" + UUID.randomUUID();
        var form = Map.of(
                "patientId",
                patient,
                "birthDate",
                "1961-05-17",
                "ward",
                ward,
                "bed",
                "1",
                "product",
                "axi-cel",
                "infusedAt",
                Instant.now().minus(Duration.ofDays(2)).toString());
        var answer = send("v1/episodes", nurse(ward), JSON.writeValueAsString(form));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new NewPatient(patient, read(answer).path("id").asText());
    }

    private void discharge(String episode) throws Exception {
        var answer = send(
                "v1/episodes/" + episode + "/discharge",
                nurse(EhrKeys.WARD),
                JSON.writeValueAsString(Map.of("at", Instant.now().toString())));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    private void chart(String patient, String temperature) throws Exception {
        var reading = Map.of(
                "id",
                UUID.randomUUID().toString(),
                "patientId",
                patient,
                "effectiveAt",
                Instant.now().minus(Duration.ofMinutes(5)).toString(),
                "kind",
                "vital-signs",
                "temperature",
                Double.valueOf(temperature));
        assertThat(send("v1/observations", nurse(EhrKeys.WARD), JSON.writeValueAsString(reading))
                        .statusCode())
                .isEqualTo(202);
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(https.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String path, String token, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(https.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode read(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
