package health.vigil.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import health.vigil.ServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ServiceTest
@TestProfile(HospitalProfile.class)
class HospitalTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource(value = "/", tls = true)
    @SuppressWarnings("NullAway.Init")
    URI https;

    @Inject
    DataSource database;

    private Optional<HttpClient> people = Optional.empty();

    private final HospitalCertificates papers =
            new HospitalCertificates(Path.of(System.getProperty(HospitalResource.FOLDER)));

    @Test
    void tlsIsAskedForAgainAndPlainAnswersDoNotPretend() throws Exception {
        var plain = URI.create("http://localhost:" + RestAssured.port + "/q/health/live");

        assertThat(send(anonymous(), get("q/health/live")).headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000"));
        assertThat(send(anonymous(), HttpRequest.newBuilder(plain).build())
                        .headers()
                        .firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    /// Over TLS to the service, to Kafka with certificate and password, and to PostgreSQL.
    @Test
    void aDeviceWithACertificateIsGraded() throws Exception {
        var patient = admit("north");
        var nurse = nurse("north");
        var from = Instant.now().minus(Duration.ofHours(1));
        var binding = Map.of("patientId", patient, "from", from.toString());
        assertThat(put(nurse, "v1/devices/" + HospitalCertificates.DEVICE + "/binding", binding))
                .isEqualTo(200);

        var answer =
                send(as("device"), post("v1/observations", reading(Map.of("deviceId", HospitalCertificates.DEVICE))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        await().untilAsserted(() -> {
            var grade = read(send(anonymous(), get("v1/patients/" + patient + "/grade", nurse)));
            assertThat(grade.path("crs").path("grade").asInt()).isEqualTo(1);
        });
    }

    /// This hospital has named no file.
    @Test
    void withoutAProtocolThereIsNoRowButAReason() throws Exception {
        var answer = send(anonymous(), get("v1/protocol", nurse("north")));

        assertThat(answer.statusCode()).isEqualTo(200);
        var protocol = read(answer);
        assertThat(protocol.path("table").isNull()).isTrue();
        assertThat(protocol.path("items").isEmpty()).isTrue();
        assertThat(protocol.path("reason").asText()).contains("vigil.protocol.file");
    }

    @Test
    void aCertificateSpeaksForItsOwnDeviceOnly() throws Exception {
        var patient = admit("north");

        for (var foreign : List.of(Map.of("deviceId", "monitor-99"), Map.of("patientId", patient))) {
            assertThat(send(as("device"), post("v1/observations", reading(foreign)))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(send(as("device"), get("v1/patients/" + patient + "/grade")).statusCode())
                .isEqualTo(403);
        assertThat(send(as("ambiguous"), post("v1/observations", reading(Map.of("deviceId", "monitor-18"))))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(anonymous(), post("v1/observations", reading(Map.of("deviceId", HospitalCertificates.DEVICE))))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aBodyThatIsTooLargeEndsNoOtherRequestOfItsConnection() throws Exception {
        try (var client = HttpClient.newBuilder().sslContext(as("device")).build()) {
            var large = post("v1/observations", Map.of("id", "x".repeat(8 * 1024 * 1024)));

            var refused = client.send(large, BodyHandlers.ofString());
            var other = client.send(get("q/health/live"), BodyHandlers.ofString());

            assertThat(refused.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(other.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aCertificateOfAnotherIssuerOpensNoConnection() throws Exception {
        assertThatThrownBy(() -> send(as("foreign"), get("q/health/live"))).isInstanceOf(IOException.class);
    }

    @Test
    void theProvidersRolesAndWardsCount() throws Exception {
        var patient = admit("north");
        var grade = "v1/patients/" + patient + "/grade";

        assertThat(status(grade, nurse("north"))).isEqualTo(200);
        assertThat(status(grade, nurse("south"))).isEqualTo(404);
        assertThat(status(grade, Tokens.of(first(), "nurse", claims -> {}))).isEqualTo(404);
        assertThat(status(grade, Tokens.of(first(), "nurse", HospitalTest::everyWard)))
                .isEqualTo(200);
        assertThat(status("v1/audit", Tokens.of(first(), "admin", claims -> {})))
                .isEqualTo(200);
        assertThat(status("v1/audit", nurse("north"))).isEqualTo(403);
        assertThat(status("v1/accounts", Tokens.of(first(), "admin", claims -> {})))
                .isEqualTo(404);
        assertThat(status("v1/session", Tokens.of(first(), "stranger", claims -> {})))
                .isEqualTo(403);
        assertThat(status("v1/session", Tokens.of(first(), "device", claims -> {})))
                .isEqualTo(403);
        assertThat(status(
                        "v1/alerts", Tokens.of(first(), "none", claims -> claims.setStringClaim("scope", "user/*.rs"))))
                .isEqualTo(200);
    }

    static List<Consumer<JwtClaims>> spoilt() {
        return List.of(
                claims -> claims.setIssuer("https://identity.elsewhere.example"),
                claims -> claims.unsetClaim("iss"),
                claims -> claims.setAudience("another-service"),
                claims -> claims.unsetClaim("aud"),
                claims -> claims.setExpirationTimeMinutesInTheFuture(-10),
                claims -> claims.unsetClaim("exp"),
                claims -> claims.setNotBeforeMinutesInThePast(-10));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void aTokenForSomebodyElseIsRefused(Consumer<JwtClaims> spoil) throws Exception {
        assertThat(status("v1/session", Tokens.of(first(), "admin", spoil))).isEqualTo(401);
    }

    @Test
    void anotherAlgorithmIsRefused() throws Exception {
        assertThat(status("v1/session", Tokens.unsigned("admin"))).isEqualTo(401);
        assertThat(status("v1/session", Tokens.withThePublicKey(first(), "admin")))
                .isEqualTo(401);
        assertThat(status("v1/session", Tokens.withAlgorithm(first(), "admin", "RS512")))
                .isEqualTo(401);
    }

    @Test
    void aRotatedKeyIsTakenAndAFloodOfUnknownOnesIsNotPassedOn() throws Exception {
        var next = PublishedKeys.key("second");
        PublishedKeys.in(papers.folder()).publish(List.of(first(), next));
        assertThat(status("v1/session", nurse("north"))).isEqualTo(200);
        assertThat(status("v1/session", Tokens.of(next, "nurse", HospitalTest::everyWard)))
                .isEqualTo(200);
        var asked = PublishedKeys.in(papers.folder()).timesAsked();
        var stranger = PublishedKeys.key("stranger");

        for (var number = 0; number < 200; number++) {
            stranger.setKeyId("unknown-" + number);
            assertThat(status("v1/session", Tokens.of(stranger, "admin", claims -> {})))
                    .isEqualTo(401);
        }

        assertThat(PublishedKeys.in(papers.folder()).timesAsked()).isLessThanOrEqualTo(asked + 2);
        assertThat(status("v1/session", Tokens.of(next, "nurse", HospitalTest::everyWard)))
                .isEqualTo(200);
    }

    @Test
    void anAlertReachesAReceiverThatTheHospitalsOwnAuthorityVouchesFor() throws Exception {
        var ward = "w-" + UUID.randomUUID();
        var patient = admit(ward);
        var received = new CopyOnWriteArrayList<String>();
        var receiver = receiver(received);
        var admin = Tokens.of(first(), "admin", claims -> {});
        var url = "https://localhost:" + receiver.getAddress().getPort() + "/alerts";
        assertThat(send(anonymous(), post("v1/webhooks", Map.of("url", url, "ward", ward), admin))
                        .statusCode())
                .isEqualTo(201);

        assertThat(send(anonymous(), post("v1/observations", haemorrhage(patient), nurse(ward)))
                        .statusCode())
                .isEqualTo(202);

        await().untilAsserted(() ->
                assertThat(received).anySatisfy(body -> assertThat(body).contains("urgent-finding", patient)));
        receiver.stop(0);
    }

    private HttpsServer receiver(List<String> received) throws IOException, GeneralSecurityException {
        var receiver = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setHttpsConfigurator(new HttpsConfigurator(papers.server().showing(papers.clients())));
        receiver.createContext("/alerts", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        return receiver;
    }

    private static Map<String, Object> haemorrhage(String patient) {
        var found = reading(Map.of("patientId", patient));
        found.remove("temperature");
        found.put("kind", "neuro-finding");
        found.put("finding", "intracranial-haemorrhage");
        found.put("present", true);
        return found;
    }

    @Test
    void postgresqlLetsNobodyInWithoutTls() throws SQLException {
        var plain = ConfigProvider.getConfig().getValue("vigil.test.plain-database", String.class);
        var config = ConfigProvider.getConfig();
        var user = config.getValue("quarkus.datasource.username", String.class);
        var password = config.getValue("quarkus.datasource.password", String.class);

        assertThatThrownBy(
                        () -> DriverManager.getConnection(plain, user, password).close())
                .isInstanceOf(SQLException.class);
        try (var connection = database.getConnection();
                var query = connection.createStatement();
                var row = query.executeQuery("select ssl from pg_stat_ssl where pid = pg_backend_pid()")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean(1)).isTrue();
        }
    }

    @Test
    void kafkaLetsNobodyInWithoutCertificateAndPassword() throws Exception {
        assertThat(reaches(Map.of())).isTrue();
        assertThat(reaches(Map.of(
                        "ssl.keystore.location", papers.of("foreign").file().toString())))
                .isFalse();
        assertThat(reaches(Map.of(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required"
                                + " username=\"vigil\" password=\"guessed\";")))
                .isFalse();
    }

    private static boolean reaches(Map<String, String> changes) throws InterruptedException {
        var settings = new Properties();
        var config = ConfigProvider.getConfig();
        for (var name : config.getPropertyNames()) {
            if (name.startsWith("kafka.s") || name.equals("kafka.bootstrap.servers")) {
                settings.put(name.substring("kafka.".length()), config.getValue(name, String.class));
            }
        }
        settings.putAll(changes);
        settings.put("default.api.timeout.ms", "8000");
        settings.put("request.timeout.ms", "4000");
        try (var admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException refused) {
            return false;
        }
    }

    @Test
    void wardsDoNotNarrowAnAdministrator() throws Exception {
        var none = Tokens.of(first(), "admin", _ -> {});
        var some = Tokens.of(first(), "admin", claims -> claims.setStringListClaim("wards", List.of("north")));

        for (var token : List.of(none, some)) {
            var answer = send(anonymous(), get("v1/session", token));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(read(answer).has("wards")).isFalse();
        }
    }

    private RsaJsonWebKey first() throws IOException {
        return PublishedKeys.in(papers.folder()).loadPrivate();
    }

    private String nurse(String ward) throws IOException {
        return Tokens.of(first(), "nurse", claims -> claims.setStringListClaim("wards", List.of(ward)));
    }

    private static void everyWard(JwtClaims claims) {
        claims.setStringListClaim("wards", List.of("*"));
    }

    private String admit(String ward) throws Exception {
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
        var answer = send(anonymous(), post("v1/episodes", form, nurse(ward)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return patient;
    }

    private static Map<String, Object> reading(Map<String, String> sender) {
        var reading = new HashMap<String, Object>(sender);
        reading.put("id", UUID.randomUUID().toString());
        reading.put("effectiveAt", Instant.now().minus(Duration.ofMinutes(5)).toString());
        reading.put("kind", "vital-signs");
        reading.put("temperature", 39.2);
        return reading;
    }

    private int status(String path, String token) throws Exception {
        return people().send(get(path, token), BodyHandlers.discarding()).statusCode();
    }

    /// One connection for all requests of a test.
    private HttpClient people() throws IOException, GeneralSecurityException {
        if (people.isEmpty()) {
            people = Optional.of(HttpClient.newBuilder().sslContext(anonymous()).build());
        }
        return people.get();
    }

    @AfterEach
    void close() {
        people.ifPresent(HttpClient::close);
    }

    private int put(String token, String path, Object body) throws Exception {
        var request = HttpRequest.newBuilder(https.resolve(path))
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .build();
        return send(anonymous(), request).statusCode();
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(https.resolve(path)).build();
    }

    private HttpRequest get(String path, String token) {
        return HttpRequest.newBuilder(https.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private HttpRequest post(String path, Object body) throws JsonProcessingException {
        return posting(path, body).build();
    }

    private HttpRequest post(String path, Object body, String token) throws JsonProcessingException {
        return posting(path, body).header("Authorization", "Bearer " + token).build();
    }

    private HttpRequest.Builder posting(String path, Object body) throws JsonProcessingException {
        return HttpRequest.newBuilder(https.resolve(path))
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .header("Content-Type", "application/json");
    }

    private static JsonNode read(HttpResponse<String> answer) throws JsonProcessingException {
        return JSON.readTree(answer.body());
    }

    private SSLContext as(String name) throws IOException, GeneralSecurityException {
        return papers.of(name).showing(papers.servers());
    }

    private SSLContext anonymous() throws IOException, GeneralSecurityException {
        return Certificate.anonymous(papers.servers());
    }

    private static HttpResponse<String> send(SSLContext tls, HttpRequest request)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder().sslContext(tls).build()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
