package health.vigil.access;

import health.vigil.ServiceTest;
import health.vigil.api.AdmittedPatient;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/// Spellings of a name mean the same ward, a move alerts the former ward, and emergency access cannot move a
/// patient.
@ServiceTest
class WardsTest {
    private final String ward = "North Wing " + UUID.randomUUID().toString().substring(0, 6);

    private static AdmittedPatient into(String ward) {
        return AdmittedPatient.admit(AdmittedPatient.form(
                "p-" + UUID.randomUUID(), ward, Instant.now().minusSeconds(3600)));
    }

    private static ValidatableResponse move(Colleague by, AdmittedPatient patient, String ward) {
        return by.asks()
                .contentType("application/merge-patch+json")
                .body(Map.of("ward", ward))
                .patch("/v1/episodes/" + patient.episodeId())
                .then();
    }

    @Test
    void oneWardHasOneSpelling() {
        var first = into("  " + ward.replace(" ", "  ") + " ");
        var second = into(ward.toUpperCase(Locale.ROOT));

        assertThat(first.ward()).isEqualTo(ward);
        assertThat(second.ward()).isEqualTo(ward);
        As.role(Role.NURSE)
                .get("/v1/wards/" + ward.toLowerCase(Locale.ROOT) + "/board")
                .then()
                .statusCode(200)
                .body("items.patientId", containsInAnyOrder(first.patientId(), second.patientId()));
        As.role(Role.NURSE)
                .get("/v1/episodes?ward=" + ward.toLowerCase(Locale.ROOT))
                .then()
                .body("items.patientId", containsInAnyOrder(first.patientId(), second.patientId()));
    }

    @Test
    void anAccountOfAWardSeesItHoweverItIsSpelled() {
        var patient = into(ward);
        var colleague = Colleague.nurseOf(ward.toUpperCase(Locale.ROOT));

        colleague.asks().get("/v1/episodes").then().body("items.patientId", contains(patient.patientId()));
        colleague
                .asks()
                .get("/v1/patients/" + patient.patientId() + "/grade")
                .then()
                .statusCode(200);
    }

    @Test
    void theDevicesOfAWardAreListedHoweverItIsSpelled() {
        var patient = into(ward);
        var device = "mon-" + UUID.randomUUID();
        As.role(Role.NURSE)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "patientId",
                        patient.patientId(),
                        "from",
                        patient.infusedAt().toString()))
                .put("/v1/devices/" + device + "/binding")
                .then()
                .statusCode(200);

        Colleague.nurseOf(ward.toUpperCase(Locale.ROOT))
                .asks()
                .get("/v1/devices")
                .then()
                .statusCode(200)
                .body("items.deviceId", hasItem(device));
        As.role(Role.ADMIN)
                .get("/v1/audit?patientId=" + patient.patientId())
                .then()
                .body("items.action", hasItem("GET /v1/devices"));
    }

    @Test
    void theWardThatIsLeftHearsOfTheMove() {
        var patient = into(ward);
        var taking = into("taking-" + UUID.randomUUID()).ward();
        var leaving = Colleague.nurseOf(ward);

        move(leaving, patient, taking).statusCode(200).body("ward", equalTo(taking));

        leaving.asks()
                .get("/v1/alerts")
                .then()
                .body("items.type", hasItem("patient-moved"))
                .body(
                        "items.find { it.type == 'patient-moved' }.detail",
                        containsString("of " + taking + " by " + leaving.username()));
    }

    @Test
    void whoIsInTheBedOfAWardThatTheMoverDoesNotSeeIsNotNamed() {
        var patient = into(ward);
        var there = into("taking-" + UUID.randomUUID());
        var leaving = Colleague.nurseOf(ward);

        move(leaving, patient, there.ward())
                .statusCode(200)
                .body("warnings", contains("Bed 12 of " + there.ward() + " also holds another patient"));

        var both = Colleague.of(Role.NURSE, Map.of("wards", List.of(ward, there.ward())));
        var next = into(ward);
        move(both, next, there.ward()).statusCode(200).body("warnings", hasItem(containsString(there.patientId())));
        As.role(Role.ADMIN)
                .get("/v1/audit?patientId=" + there.patientId() + "&actor=" + both.username())
                .then()
                .body("items.action", hasItem("PATCH /v1/episodes/" + next.episodeId()));
    }

    @Test
    void anEmergencyNamesNobodyElseInTheBed() {
        var patient = into(ward);
        var neighbour = into(ward);
        var stranger = Colleague.nurseOf("elsewhere");
        stranger.sends(Map.of("reason", "resuscitation"))
                .post("/v1/patients/" + patient.patientId() + "/break-glass")
                .then()
                .statusCode(201);

        stranger.asks()
                .get("/v1/wards/" + ward + "/board?patientId=" + patient.patientId())
                .then()
                .statusCode(200)
                .body("items.sharesBedWith.flatten()", contains("another patient"));
        Colleague.nurseOf(ward)
                .asks()
                .get("/v1/wards/" + ward + "/board?patientId=" + patient.patientId())
                .then()
                .body("items.sharesBedWith.flatten()", contains(neighbour.patientId()));
        assertThat(As.role(Role.ADMIN)
                        .get("/v1/audit?patientId=" + neighbour.patientId())
                        .<List<String>>path("items.actor"))
                .doesNotContain(stranger.username());
    }

    @Test
    void whoSeesSomeWardsMakesNone() {
        var patient = into(ward);

        move(Colleague.nurseOf(ward), patient, "nowhere-" + UUID.randomUUID())
                .statusCode(400)
                .body("violations.field", contains("ward"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"ward\":\"%s\"}", "{\"bed\":\"99\"}"})
    void emergencyAccessMovesNobody(String patch) {
        var patient = into(ward);
        var other = into("elsewhere-" + UUID.randomUUID()).ward();
        var colleague = Colleague.nurseOf(other);
        colleague
                .sends(Map.of("reason", "resuscitation"))
                .post("/v1/patients/" + patient.patientId() + "/break-glass")
                .then()
                .statusCode(201);

        colleague
                .asks()
                .contentType("application/merge-patch+json")
                .body(patch.formatted(other))
                .patch("/v1/episodes/" + patient.episodeId())
                .then()
                .statusCode(403);
        colleague
                .sends(Map.of("at", Instant.now().toString()))
                .post("/v1/episodes/" + patient.episodeId() + "/discharge")
                .then()
                .statusCode(403);
        colleague.asks().get("/v1/episodes/" + patient.episodeId()).then().statusCode(200);
    }
}
