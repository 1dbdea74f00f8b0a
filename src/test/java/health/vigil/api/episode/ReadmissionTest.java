package health.vigil.api.episode;

import health.vigil.EmbeddedTestResource;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/// A patient who is admitted more than once: whose is what was observed.
@QuarkusTest
@QuarkusTestResource(EmbeddedTestResource.class)
class ReadmissionTest {
    private final String patient = "p-" + UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private Instant ago(Duration duration) {
        return now.minus(duration);
    }

    private ValidatableResponse admit(String ward, Instant infusedAt) {
        return As.role(Role.NURSE)
                .contentType(JSON)
                .body(AdmittedPatient.form(patient, ward, infusedAt))
                .post("/v1/episodes")
                .then();
    }

    private String admitted(String ward, Instant infusedAt) {
        return admit(ward, infusedAt).statusCode(201).extract().path("id");
    }

    private static void discharge(String episode, Instant at) {
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("at", at.toString()))
                .post("/v1/episodes/{id}/discharge", episode)
                .then()
                .statusCode(200);
    }

    private String post(Duration ago, String kind, Map<String, Object> fields) {
        var observation = new LinkedHashMap<String, Object>(fields);
        var id = UUID.randomUUID().toString();
        observation.put("id", id);
        observation.put("patientId", patient);
        observation.put("kind", kind);
        observation.put("effectiveAt", ago(ago).toString());
        As.role(Role.INTEGRATION)
                .contentType(JSON)
                .body(observation)
                .post("/v1/observations")
                .then()
                .statusCode(202);
        await().untilAsserted(() -> As.role(Role.NURSE)
                .get("/v1/observations/{id}", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("applied")));
        return id;
    }

    private static ValidatableResponse board(String ward) {
        return As.role(Role.NURSE).get("/v1/wards/{ward}/board", ward).then();
    }

    private ValidatableResponse grade() {
        return As.role(Role.NURSE).get("/v1/patients/{id}/grade", patient).then();
    }

    /// Field case 9: an infusion long ago was typed as of two hours ago; discharged and admitted again to set it right.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theActiveEpisodeHasItsDataAndItsChecksThoughItsInfusionIsEarlier(boolean dataFirst) {
        var ward = "ward-" + UUID.randomUUID();
        var wrong = admitted(ward, ago(Duration.ofHours(2)));
        if (dataFirst) {
            post(Duration.ofMinutes(90), "vital-signs", Map.of("temperature", 38.9, "systolic", 80));
        }
        discharge(wrong, ago(Duration.ofMinutes(1)));
        var right = admitted(ward, ago(Duration.ofDays(3)));
        if (!dataFirst) {
            post(Duration.ofMinutes(90), "vital-signs", Map.of("temperature", 38.9, "systolic", 80));
        }
        post(Duration.ofMinutes(80), "neuro-check", Map.of("ice", 5));

        await().untilAsserted(() -> grade().body("episodeId", equalTo(right))
                .body("day", equalTo(3))
                .body("crs.grade", equalTo(2))
                .body("crs.flags", not(hasItem("fever-within-6h-of-infusion")))
                .body("icans.grade", equalTo(2)));
        await().untilAsserted(() -> board(ward)
                .body("items", hasSize(1))
                .body("items[0].episodeId", equalTo(right))
                .body("items[0].checks.check", hasItems("vital-signs", "ice")));
        await().untilAsserted(() -> As.role(Role.NURSE)
                .get("/v1/alerts?patientId={id}&state=open", patient)
                .then()
                .body("items.findAll { it.type == 'check-overdue' }.episodeId", not(hasSize(0)))
                .body("items.findAll { it.type == 'check-overdue' }.episodeId", everyItem(equalTo(right)))
                .body("items.findAll { it.type == 'crs-grade' }.episodeId", hasItem(right)));
        As.role(Role.NURSE)
                .get("/v1/patients/{id}/grades", patient)
                .then()
                .body("items.findAll { it.supersededAt == null }.episodeId", everyItem(equalTo(right)));
    }

    @Test
    void twoEpisodesOfAPatientHaveNotTheSameInfusion() {
        var infusedAt = ago(Duration.ofHours(60));
        discharge(admitted("old-" + patient, infusedAt), ago(Duration.ofMinutes(5)));

        admit("new-" + patient, infusedAt).statusCode(409).body("detail", containsString("undo its discharge"));
        admit("new-" + patient, infusedAt.plusSeconds(1)).statusCode(201);
    }

    /// A readmission of the same therapy, its infusion typed a little otherwise.
    @ParameterizedTest
    @ValueSource(ints = {-60, 60})
    void whoIsReadmittedIsHeardInTheNewWard(int seconds) {
        var infusedAt = ago(Duration.ofHours(60));
        discharge(admitted("old-" + patient, infusedAt), ago(Duration.ofMinutes(30)));
        var again = admitted("new-" + patient, infusedAt.plusSeconds(seconds));

        post(Duration.ofMinutes(20), "vital-signs", Map.of("temperature", 39.2, "systolic", 82));
        post(Duration.ofMinutes(10), "vasopressor", Map.of("agent", "norepinephrine", "action", "started"));

        await().untilAsserted(() -> grade().body("episodeId", equalTo(again)).body("crs.grade", equalTo(3)));
        await().untilAsserted(() -> As.role(Role.NURSE)
                .get("/v1/alerts?patientId={id}", patient)
                .then()
                .body("items.findAll { it.type == 'crs-grade' }.ward", hasItem("new-" + patient))
                .body("items.findAll { it.type == 'crs-grade' }.ward", everyItem(equalTo("new-" + patient))));
        board("new-" + patient).body("items[0].checks", not(hasSize(0)));
    }

    /// Late data after the discharge belongs to the stay that has ended until another one is nearer.
    @Test
    void lateDataOfAnEndedStayStaysThere() {
        var first = admitted("one-" + patient, ago(Duration.ofDays(30)));
        discharge(first, ago(Duration.ofDays(20)));
        var second = admitted("two-" + patient, ago(Duration.ofDays(2)));

        post(Duration.ofDays(19), "vital-signs", Map.of("temperature", 38.9, "systolic", 80));

        for (var look : List.of(Map.entry(19, first), Map.entry(1, second))) {
            As.role(Role.NURSE)
                    .queryParam(
                            "at",
                            ago(Duration.ofDays(look.getKey())).plusSeconds(60).toString())
                    .get("/v1/patients/{id}/grade", patient)
                    .then()
                    .body("episodeId", equalTo(look.getValue()));
        }
        grade().body("crs.grade", equalTo((Object) null));
    }
}
