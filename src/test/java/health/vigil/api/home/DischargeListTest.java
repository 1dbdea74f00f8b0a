package health.vigil.api.home;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.MonitorWrites;
import health.vigil.intake.Samples;
import health.vigil.observation.Kind;
import health.vigil.observation.Observation;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/// The list before a patient goes home, through the API.
@ServiceTest
class DischargeListTest {
    @Inject
    MonitorWrites charted;

    private AdmittedPatient patient;

    @BeforeEach
    void admit() {
        patient = AdmittedPatient.daysAgo(9);
    }

    private String path(String more) {
        return "/v1/patients/" + patient.patientId() + "/discharge-readiness" + more;
    }

    private JsonPath list(String query) {
        return As.role(Role.NURSE)
                .get(path(query))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String line(String id) {
        return "lines.find { it.line == '" + id + "' }";
    }

    private Instant hour(double hours) {
        return patient.infusedAt().plus(Duration.ofMinutes(Math.round(hours * 60)));
    }

    private Observation observation(double hours, Kind kind, String fields) {
        return MonitorWrites.observation(patient, hour(hours), Samples.content(kind, fields));
    }

    private static ValidatableResponse tick(Role role, String path, Object body) {
        return As.role(role).contentType(JSON).body(body).post(path).then();
    }

    /// A temperature and an ICE every eight hours, and the last fever at hour 144.
    private List<Observation> course() {
        var observations = new ArrayList<Observation>();
        for (int hours = 120; hours <= 200; hours += 8) {
            var celsius = hours == 144 ? "38.0" : "36.8";
            observations.add(observation(hours, Kind.VITAL_SIGNS, "'temperature': " + celsius + ", 'spo2': 96"));
            observations.add(observation(hours, Kind.NEURO_CHECK, "'ice': 10"));
        }
        return observations;
    }

    @Test
    void everyLineIsToldWithItsStateAndReason() {
        charted.insert(course());

        var told = list("?at=" + hour(191));

        assertThat(told.getString("patientId")).isEqualTo(patient.patientId());
        assertThat(told.getString("ruleSet")).isEqualTo("CONTEXT-1");
        assertThat(told.getList("lines.line"))
                .isEqualTo(
                        List.of("D-1", "D-2", "D-3", "D-4", "D-5", "D-6", "D-7", "D-8", "D-9", "D-10", "D-11", "D-12"));
        assertThat(told.getString(line("D-2") + ".state")).isEqualTo("open");
        assertThat(told.getString(line("D-2") + ".why")).isEqualTo("38 Cel 47 h ago, and 48 h have to pass");
        assertThat(told.getString(line("D-2") + ".until")).isEqualTo(hour(192).toString());
        assertThat(told.getString(line("D-7") + ".state")).isEqualTo("unknown");
        assertThat(told.getString(line("D-9") + ".state")).isEqualTo("open");
        assertThat(list("?at=" + hour(192)).getString(line("D-2") + ".state")).isEqualTo("met");
    }

    @Test
    void theListIsToldAsItWasKnown() {
        var before = Instant.now();
        charted.insert(course());

        assertThat(list("?at=" + hour(191) + "&knownAt=" + before).getString(line("D-2") + ".state"))
                .isEqualTo("unknown");
    }

    @Test
    void aTickIsStoredWithItsPersonAndItsTimes() {
        var before = Instant.now();
        tick(Role.NURSE, path("/D-10/tick"), Map.of("done", true, "note", "Her son stays with her"))
                .statusCode(200)
                .body(line("D-10") + ".state", equalTo("met"))
                .body(line("D-10") + ".tick.by", equalTo(As.issued(Role.NURSE).username()))
                .body(line("D-10") + ".why", equalTo("done: Her son stays with her"));

        assertThat(list("").getString(line("D-10") + ".state")).isEqualTo("met");
        assertThat(list("?at=" + before).getString(line("D-10") + ".state")).isEqualTo("open");
        assertThat(list("?knownAt=" + before).getString(line("D-10") + ".state"))
                .isEqualTo("open");
        tick(Role.PHYSICIAN, path("/D-10/tick"), Map.of("done", false))
                .statusCode(200)
                .body(line("D-10") + ".state", equalTo("open"));
    }

    @Test
    void theItemBesideTheGradesIsTheSame() {
        tick(Role.NURSE, path("/D-11/tick"), Map.of("done", true)).statusCode(200);

        var item = As.role(Role.NURSE)
                .get("/v1/patients/" + patient.patientId() + "/context")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(item.getBoolean(
                        "items.find { it.item == 'discharge-readiness' }.facts.find { it.name == 'D-11' }.holds"))
                .isTrue();
        assertThat(item.getString("items.find { it.item == 'discharge-readiness' }.grade"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"D-1", "D-3", "D-13", "d-10"})
    void aLineThatNobodyTicksIsNotFound(String line) {
        tick(Role.NURSE, path("/" + line + "/tick"), Map.of("done", true)).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"done\": \"yes\"}",
                "{\"done\": true, \"by\": \"me\"}",
                "{\"done\": true, \"note\": \" \"}",
                "[]"
            })
    void aTickSaysWhatItHasTo(String body) {
        tick(Role.NURSE, path("/D-10/tick"), body).statusCode(400);
    }

    @Test
    void afterTheDischargeNothingIsTicked() {
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("at", Instant.now().toString(), "note", "D-9 open: antibiotics go on at home"))
                .post("/v1/episodes/" + patient.episodeId() + "/discharge")
                .then()
                .statusCode(200);

        tick(Role.NURSE, path("/D-10/tick"), Map.of("done", true)).statusCode(409);
        list("");
    }

    /// The list stops no discharge.
    @Test
    void aPatientLeavesWhateverTheListSays() {
        assertThat(list("").getList("lines.state")).contains("open");

        As.role(Role.PHYSICIAN)
                .contentType(JSON)
                .body(Map.of("at", Instant.now().toString()))
                .post("/v1/episodes/" + patient.episodeId() + "/discharge")
                .then()
                .statusCode(200);
    }

    @Test
    void anotherWardDoesNotSeeTheList() {
        Colleague.nurseOf("elsewhere").asks().get(path("")).then().statusCode(404);
        Colleague.nurseOf("elsewhere")
                .asks()
                .contentType(JSON)
                .body(Map.of("done", true))
                .post(path("/D-10/tick"))
                .then()
                .statusCode(404);
    }

    @Test
    void aTickRaisesNoAlertAndChangesNoGrade() {
        charted.insert(course());
        var grade = grade();
        var alerts = alerts();

        for (var line : List.of("D-6", "D-8", "D-9", "D-10", "D-11", "D-12")) {
            tick(Role.NURSE, path("/" + line + "/tick"), Map.of("done", false)).statusCode(200);
        }

        assertThat(grade()).isEqualTo(grade);
        assertThat(alerts()).isEqualTo(alerts);
    }

    private Object grade() {
        return As.role(Role.NURSE)
                .get("/v1/patients/" + patient.patientId() + "/grade?at=" + hour(200))
                .then()
                .statusCode(200)
                .extract()
                .path("crs");
    }

    /// Without those of checks that are due meanwhile.
    private List<String> alerts() {
        return As.role(Role.NURSE)
                .get("/v1/alerts?patientId=" + patient.patientId())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.type", String.class)
                .stream()
                .filter(type -> !type.equals("check-overdue"))
                .toList();
    }

    @Test
    void aTickIsRecordedWithoutItsNote() {
        tick(Role.NURSE, path("/D-12/tick"), Map.of("done", true, "note", "Thursday"))
                .statusCode(200);

        assertThat(As.role(Role.ADMIN)
                        .get("/v1/audit?patientId=" + patient.patientId())
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("items.reason", String.class))
                .contains("D-12: done")
                .noneMatch(reason -> reason != null && reason.contains("Thursday"));
    }
}
