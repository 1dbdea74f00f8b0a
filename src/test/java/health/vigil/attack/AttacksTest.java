package health.vigil.attack;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.http.RawHttp;
import health.vigil.signin.Attackers;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@ServiceTest
class AttacksTest {
    private static final Map<String, String> NAMED = new HashMap<>();

    @BeforeEach
    void aPatientOfAnotherWard() {
        if (NAMED.isEmpty()) {
            var patient = AdmittedPatient.daysAgo(3);
            var raised = Attackers.fever(patient);
            NAMED.putAll(Map.of(
                    "%patient%", patient.patientId(),
                    "%episode%", patient.episodeId(),
                    "%ward%", patient.ward(),
                    "%alert%", raised.alert(),
                    "%observation%", raised.observation(),
                    "%nurse%", As.token(Role.NURSE),
                    "%new%", "p-" + UUID.randomUUID(),
                    "%deep%", "[".repeat(10_000)));
        }
    }

    static Stream<Attack> attacks() {
        return Attack.all();
    }

    @Test
    void thereAreAtLeastSixty() {
        assertThat(Attack.all().map(Attack::name).distinct().count())
                .isEqualTo(Attack.all().count())
                .isGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void theAnswerIsTheOneInTheTable(Attack written) throws IOException {
        var attack = written.with(AttacksTest::filled);

        var answer = RawHttp.send(lines(attack));

        assertThat(RawHttp.status(answer)).as(answer).isIn(attack.statuses());
        assertThat(answer).doesNotContain("Exception", "\tat ", "health.vigil.");
        if (!attack.nowhere().isEmpty()) {
            assertThat(answer).doesNotContainIgnoringCase(attack.nowhere());
        }
    }

    private static String filled(String text) {
        var filled = text;
        for (var named : NAMED.entrySet()) {
            filled = filled.replace(named.getKey(), named.getValue());
        }
        return filled;
    }

    private static String[] lines(Attack attack) throws IOException {
        var lines = new ArrayList<>(List.of(attack.request() + " HTTP/1.1", "Host: localhost", "Connection: close"));
        lines.addAll(Attackers.credentials(attack.who()));
        lines.addAll(attack.headers());
        if (!attack.body().isEmpty()) {
            if (!attack.hasHeader("Content-Type")) {
                lines.add("Content-Type: application/json");
            }
            if (!attack.hasHeader("Content-Length")) {
                lines.add("Content-Length: " + attack.body().getBytes(StandardCharsets.UTF_8).length);
            }
            lines.add("");
            lines.add(attack.body());
        }
        return lines.toArray(String[]::new);
    }

    @Test
    void theSameSaidAgainChangesNothing() {
        var reading = Attackers.reading(AdmittedPatient.daysAgo(3), Duration.ofMinutes(10));

        send(reading).then().statusCode(202).body("accepted", equalTo(1));
        var again = send(reading).then().statusCode(202).extract().jsonPath();

        assertThat(again.getInt("accepted") + again.getInt("duplicates")).isEqualTo(1);
    }

    @Test
    void aForgedAddressIsNotTheOneThatIsRecorded() {
        var nurse = Colleague.nurseOf("somewhere");

        nurse.asks()
                .header("X-Forwarded-For", "203.0.113.9")
                .header("Forwarded", "for=203.0.113.9")
                .get("/v1/episodes")
                .then()
                .statusCode(200);

        assertThat(As.role(Role.ADMIN)
                        .queryParam("actor", nurse.username())
                        .get("/v1/audit")
                        .<List<String>>path("items.source"))
                .isNotEmpty()
                .doesNotContain("203.0.113.9");
    }

    /// A monitor that sends only fevers raises one alert of each kind, not one per reading.
    @Test
    void aFloodFromOneBedRaisesNoFloodOfAlerts() {
        var patient = AdmittedPatient.daysAgo(3);
        var readings = Stream.iterate(60, minutes -> minutes - 1)
                .limit(50)
                .map(minutes -> Attackers.reading(patient, Duration.ofMinutes(minutes)))
                .toList();

        send(readings).then().statusCode(202);

        Attackers.awaitApplied(String.valueOf(readings.getLast().get("id")));
        assertThat(As.role(Role.NURSE)
                        .queryParam("patientId", patient.patientId())
                        .get("/v1/alerts")
                        .<List<String>>path("items.id"))
                .hasSizeBetween(1, 10);
    }

    @Test
    void theFloodOfOneDeviceIsStoppedAndItsNeighbourIsNotHindered() {
        var flooding = Colleague.of(Role.DEVICE, Map.of("deviceId", "flooding-" + UUID.randomUUID()));
        var neighbour = Colleague.of(Role.DEVICE, Map.of("deviceId", "neighbour-" + UUID.randomUUID()));
        var statuses = new ArrayList<Integer>();
        var body = "{}\n".repeat(10_000);

        for (var number = 0; number < 4; number++) {
            statuses.add(flooding.asks()
                    .contentType("application/x-ndjson")
                    .body(body.getBytes(StandardCharsets.UTF_8))
                    .post("/v1/observations")
                    .statusCode());
        }
        var refused = flooding.asks()
                .contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/observations");

        assertThat(statuses).contains(429);
        assertThat(refused.header("Retry-After")).isNotBlank();
        neighbour.sends("{}").post("/v1/observations").then().statusCode(400);
    }

    private static Response send(Object body) {
        return given().auth()
                .oauth2(As.token(Role.NURSE))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/observations");
    }
}
