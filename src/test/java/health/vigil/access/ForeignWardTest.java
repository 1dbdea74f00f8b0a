package health.vigil.access;

import health.vigil.EmbeddedTestResource;
import health.vigil.api.Admitted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

/// A colleague of another ward is told no more than that there is nothing.
@QuarkusTest
@QuarkusTestResource(EmbeddedTestResource.class)
class ForeignWardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/patients/%p/grade",
                "/v1/patients/%p/grades",
                "/v1/patients/%p/observations",
                "/v1/patients/%p/trends",
                "/v1/episodes/%e",
                "/v1/wards/%w/board",
                "/v1/alerts?ward=%w",
                "/v1/episodes?ward=%w"
            })
    void aForeignPatientIsNotThere(String address) {
        var patient = Admitted.daysAgo(3);
        var path = address.replace("%p", patient.patientId())
                .replace("%e", patient.episodeId())
                .replace("%w", patient.ward());

        var answer = colleague().get(path);

        assertThat(answer.statusCode()).isIn(200, 404);
        assertThat(answer.asString()).doesNotContain(patient.patientId()).doesNotContain("Ada");
        assertThat(As.role(Role.NURSE).get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void aForeignEpisodeIsNeitherMovedNorEnded() {
        var patient = Admitted.daysAgo(3);

        colleague()
                .contentType("application/merge-patch+json")
                .body(Map.of("bed", "13"))
                .patch("/v1/episodes/" + patient.episodeId())
                .then()
                .statusCode(404);
        colleague()
                .contentType(ContentType.JSON)
                .body(Map.of("at", Instant.now().toString()))
                .post("/v1/episodes/" + patient.episodeId() + "/discharge")
                .then()
                .statusCode(404);
    }

    @Test
    void nobodyAdmitsIntoAForeignWard() {
        var form = Admitted.form("p-" + UUID.randomUUID(), "ward-" + UUID.randomUUID(), Instant.now());

        colleague()
                .contentType(ContentType.JSON)
                .body(form)
                .post("/v1/episodes")
                .then()
                .statusCode(404);
    }

    @Test
    void listsHoldTheOwnWardsOnly() {
        var patient = Admitted.daysAgo(3);

        for (var list : List.of("/v1/episodes", "/v1/alerts", "/v1/alerts?patientId=" + patient.patientId())) {
            assertThat(colleague().get(list).asString()).doesNotContain(patient.patientId());
        }
    }

    @Test
    void aDeviceOfAnotherIdIsRefused() {
        var token = token(Map.of("username", name(), "role", "device", "deviceId", "monitor-a"));

        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "deviceId",
                        "monitor-b",
                        "effectiveAt",
                        Instant.now().toString(),
                        "kind",
                        "vital-signs",
                        "heartRate",
                        80))
                .post("/v1/observations")
                .then()
                .statusCode(is(oneOf(400, 403)));
    }

    private static RequestSpecification colleague() {
        return given().auth().oauth2(token(Map.of("username", name(), "role", "nurse", "wards", List.of("elsewhere"))));
    }

    private static String name() {
        return "c-" + UUID.randomUUID();
    }

    private static String token(Map<String, ?> account) {
        return As.role(Role.ADMIN)
                .contentType(ContentType.JSON)
                .body(account)
                .post("/v1/accounts")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }
}
