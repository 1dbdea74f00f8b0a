package health.vigil.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.ServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Tokens of SMART Backend Services: what the role allows and the scopes allow.
@ServiceTest
@TestProfile(HospitalProfile.class)
@SuppressWarnings("NullAway.Init")
class BackendScopesTest {
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

    private HttpResponse<String> request(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(https.resolve(path)).build(), BodyHandlers.ofString());
    }

    @Test
    void theConfigurationNamesTheProvidersTokenEndpoint() throws Exception {
        var answer = request("fhir/r4/.well-known/smart-configuration");
        var told = read(answer);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(told.path("token_endpoint").asText())
                .startsWith("https://localhost:")
                .endsWith("/token");
        assertThat(told.path("jwks_uri").asText()).endsWith("/keys");
        assertThat(told.path("grant_types_supported").valueStream().map(JsonNode::asText))
                .containsExactly("client_credentials");
        assertThat(told.path("capabilities").valueStream().map(JsonNode::asText))
                .contains("client-confidential-asymmetric", "permission-v2", "launch-ehr");
    }

    /// Older clients look there.
    @Test
    void theCapabilityStatementNamesTheSameAddresses() throws Exception {
        var told = read(request("fhir/r4/.well-known/smart-configuration"));
        var security = read(request("fhir/r4/metadata")).path("rest").path(0).path("security");
        var uris = security.path("extension").path(0);

        assertThat(security.findValuesAsText("code")).containsExactly("SMART-on-FHIR");
        assertThat(uris.path("url").asText())
                .isEqualTo("http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris");
        assertThat(uris.path("extension").findValuesAsText("valueUri"))
                .containsExactly(
                        told.path("token_endpoint").asText(),
                        told.path("authorization_endpoint").asText());
    }

    @Test
    void scopesGiveASystemARoleAndNarrowIt() throws Exception {
        assertThat(get("fhir/r4/Flag", "none", "system/*.rs")).isEqualTo(200);
        assertThat(get("fhir/r4/Observation?_id=none", "none", "system/Observation.rs"))
                .isEqualTo(200);
        assertThat(get("fhir/r4/Flag", "none", "system/Observation.rs")).isEqualTo(403);
        assertThat(get("v1/alerts", "none", "system/Observation.rs")).isEqualTo(403);
        assertThat(get("v1/alerts", "none", "system/*.rs")).isEqualTo(403);
        assertThat(get("v1/alerts", "none", "user/*.rs")).isEqualTo(200);
    }

    @Test
    void scopesNarrowARoleOfTheGroups() throws Exception {
        assertThat(get("fhir/r4/Flag", "nurse", "openid")).isEqualTo(200);
        assertThat(get("fhir/r4/Flag", "nurse", "openid user/Flag.rs")).isEqualTo(200);
        assertThat(get("fhir/r4/DetectedIssue", "nurse", "openid user/Flag.rs")).isEqualTo(403);
        assertThat(get("v1/wards", "nurse", "openid user/Flag.rs")).isEqualTo(403);
        assertThat(get("v1/session", "nurse", "openid user/Flag.rs")).isEqualTo(200);
    }

    /// Otherwise such a token would not be narrowed at all.
    @Test
    void scopesMayBeAList() throws Exception {
        var token = Tokens.of(
                PublishedKeys.in(papers.folder()).loadPrivate(),
                "nurse",
                claims -> claims.setStringListClaim("scope", List.of("openid", "user/Flag.rs")));

        assertThat(send("GET", "fhir/r4/Flag", token, "").statusCode()).isEqualTo(200);
        assertThat(send("GET", "fhir/r4/DetectedIssue", token, "").statusCode()).isEqualTo(403);
    }

    @Test
    void someProvidersCallThemScp() throws Exception {
        for (var scp : List.of("openid user/Flag.rs", List.of("openid", "user/Flag.rs"))) {
            var token = Tokens.of(
                    PublishedKeys.in(papers.folder()).loadPrivate(), "nurse", claims -> claims.setClaim("scp", scp));

            assertThat(send("GET", "fhir/r4/Flag", token, "").statusCode()).isEqualTo(200);
            assertThat(send("GET", "fhir/r4/DetectedIssue", token, "").statusCode())
                    .isEqualTo(403);
        }
    }

    /// Else a token could be told of what it may not read. The receiver of the second one is refused for its
    /// address.
    @Test
    void aSubscriptionNeedsTheScopeOfWhatItTells() throws Exception {
        var body = """
                {"resourceType": "Subscription", "status": "requested", "reason": "r",
                 "criteria": "http://health.vigil/fhir/SubscriptionTopic/alert",
                 "channel": {"type": "rest-hook", "endpoint": "https://127.0.0.1/"}}
                """;

        assertThat(send("POST", "fhir/r4/Subscription", token("dashboard", "system/Subscription.cruds"), body)
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(
                                "POST",
                                "fhir/r4/Subscription",
                                token("dashboard", "system/Subscription.cruds system/DetectedIssue.r"),
                                body)
                        .statusCode())
                .isEqualTo(422);
    }

    /// Its events tell what the token may not read, and so does a websocket.
    @Test
    void theEventsOfASubscriptionNeedTheScopeOfWhatTheyTell() throws Exception {
        var created = send(
                "POST",
                "fhir/r4/Subscription",
                token("dashboard", "system/Subscription.cruds system/DetectedIssue.r"),
                """
                {"resourceType": "Subscription", "status": "requested", "reason": "r",
                 "criteria": "http://health.vigil/fhir/SubscriptionTopic/alert", "channel": {"type": "websocket"}}
                """);
        assertThat(created.statusCode()).isEqualTo(201);
        var path = "fhir/r4/Subscription/" + read(created).path("id").asText() + "/";

        for (var operation : List.of("$events", "$get-ws-binding-token")) {
            assertThat(get(path + operation, "dashboard", "system/Subscription.cruds"))
                    .as(operation)
                    .isEqualTo(403);
            assertThat(get(path + operation, "dashboard", "system/Subscription.cruds system/Observation.r"))
                    .as(operation)
                    .isEqualTo(403);
            assertThat(get(path + operation, "dashboard", "system/Subscription.cruds system/DetectedIssue.r"))
                    .as(operation)
                    .isEqualTo(200);
        }
        assertThat(get(path + "$status", "dashboard", "system/Subscription.cruds"))
                .isEqualTo(200);
    }

    @Test
    void scopesNeverWidenARole() throws Exception {
        assertThat(get("fhir/r4/Patient/none/$everything", "nurse", "user/*.cruds"))
                .isEqualTo(403);
        assertThat(get("v1/audit", "nurse", "system/*.cruds")).isEqualTo(403);
    }

    @Test
    void aLaunchedPatientAndAQueryGrantNothing() throws Exception {
        for (var scope : List.of("patient/*.rs", "system/Flag.rs?date=2026", "patient/Flag.read")) {
            assertThat(get("fhir/r4/Flag", "none", scope)).isEqualTo(403);
            assertThat(get("fhir/r4/Flag", "nurse", scope)).isEqualTo(403);
        }
    }

    @Test
    void aRefusalIsAnOutcomeThatSaysWhy() throws Exception {
        var answer = send("GET", "fhir/r4/Flag", token("nurse", "user/Observation.rs"), "");

        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).contains("insufficient_scope"));
        assertThat(read(answer).path("issue").path(0).path("code").asText()).isEqualTo("forbidden");
    }

    /// Otherwise a Bundle would do what its entries may not.
    @Test
    void eachEntryOfABundleNeedsItsScope() throws Exception {
        var bundle = """
                {"resourceType": "Bundle", "type": "batch", "entry": [
                    {"request": {"method": "DELETE", "url": "Observation/none"}},
                    {"request": {"method": "POST", "url": "Observation"},
                     "resource": {"resourceType": "Observation", "status": "registered", "code": {"text": "x"}}}]}
                """;

        var answer = send("POST", "fhir/r4", token("integration", "system/Observation.c"), bundle);
        var entries = read(answer).path("entry");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(entries.path(0).path("response").path("status").asText()).startsWith("403");
        assertThat(entries.path(1).path("response").path("status").asText()).doesNotStartWith("403");
    }

    private String token(String role, String scope) throws IOException {
        return Tokens.of(PublishedKeys.in(papers.folder()).loadPrivate(), role, claims -> {
            claims.setStringListClaim("wards", List.of("north"));
            claims.setStringClaim("scope", scope);
        });
    }

    private int get(String path, String role, String scope) throws Exception {
        return send("GET", path, token(role, scope), "").statusCode();
    }

    private HttpResponse<String> send(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(https.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/fhir+json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode read(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
