package health.vigil.audit;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/// An open page sends requests every few seconds, but its view is recorded only once.
@ServiceTest
class PageLooksTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private AdmittedPatient patient = new AdmittedPatient("", "", "", Instant.EPOCH);
    private String cookie = "";

    @BeforeEach
    void aPatientAndASession() {
        patient = AdmittedPatient.daysAgo(3);
        signIn();
    }

    private void signIn() {
        var nurse = As.issued(Role.NURSE);
        cookie = given().contentType(ContentType.JSON)
                .body(Map.of("username", nurse.username(), "password", nurse.password()))
                .post("/v1/session")
                .then()
                .statusCode(200)
                .extract()
                .cookie("vigil-session");
    }

    private RequestSpecification page() {
        return given().cookie("vigil-session", cookie).header("Sec-Fetch-Site", "same-origin");
    }

    private List<String> auditEntries(String action) {
        return As.role(Role.ADMIN)
                .queryParam("patientId", patient.patientId())
                .get("/v1/audit")
                .jsonPath()
                .getList("items.findAll { it.action == '%s' }.action".formatted(action), String.class);
    }

    @Test
    void aPageThatStaysOpenIsToldOnce() {
        var path = "/v1/patients/" + patient.patientId() + "/grade";
        var board = "/v1/wards/" + patient.ward() + "/board";

        for (var time = 0; time < 3; time++) {
            page().get(path).then().statusCode(200);
            page().get(board).then().statusCode(200);
        }

        assertThat(auditEntries("GET " + path)).hasSize(1);
        assertThat(auditEntries("GET " + board)).hasSize(1);
    }

    @Test
    void whoeverLooksAtVeryMuchIsRemembered() {
        var looks = new PageLooks(() -> Duration.ofHours(1));
        for (int path = 0; path <= 100_000; path++) {
            looks.remember(look("GET /v1/patients/p-" + path), Optional.of(cookie));
        }

        assertThat(looks.isRecorded(look("GET /v1/patients/p-100000"), Optional.of(cookie)))
                .isTrue();
        assertThat(looks.isRecorded(look("GET /v1/patients/p-none"), Optional.of(cookie)))
                .isFalse();
    }

    private static AuditEntry look(String action) {
        return new AuditEntry(
                NOON,
                "nurse",
                Optional.of("nurse"),
                action,
                Optional.empty(),
                List.of("a", "b"),
                "::1",
                200,
                Optional.empty());
    }

    @Test
    void anotherSessionIsToldAgain() {
        var path = "/v1/patients/" + patient.patientId() + "/grade";
        page().get(path).then().statusCode(200);

        signIn();
        page().get(path).then().statusCode(200);

        assertThat(auditEntries("GET " + path)).hasSize(2);
    }

    @Test
    void whomABoardShowsAnewIsTold() {
        var board = "/v1/wards/" + patient.ward() + "/board";
        page().get(board).then().statusCode(200);
        AdmittedPatient.into(patient.ward());

        page().get(board).then().statusCode(200);

        assertThat(As.role(Role.ADMIN)
                        .queryParam("patientId", patient.patientId())
                        .get("/v1/audit")
                        .jsonPath()
                        .getList("items.findAll { it.action == 'GET %s' }".formatted(board)))
                .hasSize(2);
    }

    @Test
    void eachQuestionOfAClientIsTold() {
        var path = "/v1/patients/" + patient.patientId() + "/grade";

        for (var time = 0; time < 3; time++) {
            As.role(Role.NURSE).get(path).then().statusCode(200);
        }

        assertThat(auditEntries("GET " + path)).hasSize(3);
    }

    @Test
    void eachActIsTold() {
        var path = "/v1/episodes/" + patient.episodeId();

        for (var bed : List.of("1", "2", "1")) {
            page().contentType("application/merge-patch+json")
                    .body(Map.of("bed", bed))
                    .patch(path)
                    .then()
                    .statusCode(200);
        }

        assertThat(auditEntries("PATCH " + path)).hasSize(3);
    }
}
