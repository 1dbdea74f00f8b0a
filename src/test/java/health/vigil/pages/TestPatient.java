package health.vigil.pages;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import static health.vigil.Eventually.await;
import static io.restassured.RestAssured.given;

/// A patient that a test admits and observes through the public API.
record TestPatient(String id, String ward) {
    static final Map<String, Object> WELL =
            Map.of("temperature", 36.8, "systolic", 122, "diastolic", 76, "heartRate", 82, "spo2", 97);

    /// A patient who was never admitted.
    static TestPatient stranger() {
        return new TestPatient("pg-" + UUID.randomUUID().toString().substring(0, 8), "none");
    }

    static TestPatient admit(String ward, String bed, String name) {
        return admit(ward, bed, name, Duration.ofHours(74));
    }

    static TestPatient admit(String ward, String bed, String name, Duration sinceInfusion) {
        return admit(
                ward,
                bed,
                name,
                Map.of("infusedAt", Instant.now().minus(sinceInfusion).toString()));
    }

    /// Admits with other fields than usual.
    static TestPatient admit(String ward, String bed, String name, Map<String, Object> fields) {
        var patient = new TestPatient(stranger().id, ward);
        var form = new HashMap<String, Object>(Map.of(
                "patientId",
                patient.id,
                "name",
                name,
                "birthDate",
                "1961-04-02",
                "ward",
                ward,
                "bed",
                bed,
                "product",
                "axicabtagene ciloleucel",
                "indication",
                "DLBCL",
                "infusedAt",
                Instant.now().minus(Duration.ofHours(74)).toString(),
                "baseline",
                Map.of("systolic", 125, "temperature", 36.7, "spo2", 97, "ice", 10)));
        form.putAll(fields);
        as("nurse").body(form).post("/v1/episodes").then().statusCode(201);
        return patient;
    }

    /// Posts an observation and waits until the grade reflects it.
    void observe(String kind, Duration ago, Map<String, Object> fields) {
        var posted = post(kind, ago, fields);
        await().until(() -> as("nurse").get("/v1/observations/" + posted).statusCode() == 200);
    }

    /// Posts an observation and returns its id. Observations are processed in the order of the posts.
    String post(String kind, Duration ago, Map<String, Object> fields) {
        var posted = "test-" + UUID.randomUUID();
        var body = new HashMap<>(fields);
        body.putAll(Map.of(
                "id", posted,
                "kind", kind,
                "effectiveAt", Instant.now().minus(ago).toString()));
        if (!fields.containsKey("deviceId")) {
            body.put("patientId", id);
        }
        as("physician").body(body).post("/v1/observations").then().statusCode(202);
        return posted;
    }

    void isWell() {
        observe("vital-signs", Duration.ofMinutes(5), WELL);
        observe("neuro-check", Duration.ofMinutes(5), Map.of("ice", 10, "consciousness", "awake"));
    }

    /// Binds a device from now on and returns its id.
    String bind(String name, int silentAfterSeconds) {
        var device = id + "-" + name;
        as("nurse")
                .body(Map.of(
                        "patientId",
                        id,
                        "from",
                        Instant.now().minusSeconds(5).toString(),
                        "silentAfterSeconds",
                        silentAfterSeconds))
                .put("/v1/devices/" + device + "/binding")
                .then()
                .statusCode(200);
        return device;
    }

    String page(String suffix) {
        return "/patients/" + id + suffix;
    }

    static RequestSpecification as(String role) {
        return given().auth().oauth2(Account.of(role).token()).contentType(ContentType.JSON);
    }
}
