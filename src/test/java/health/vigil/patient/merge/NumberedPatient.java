package health.vigil.patient.merge;

import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.observation.PatientId;
import health.vigil.stream.PatientPartitioner;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;

/// A number of a patient in a separate ward, used through the API. Times are given as durations before now.
///
/// @param now the start of the test
record NumberedPatient(String number, String ward, Instant now) {
    private static final int PARTITIONS = 6;

    static final Map<String, Object> SEVERE = Map.of("temperature", 38.9, "systolic", 80);
    static final Map<String, Object> WELL = Map.of("temperature", 36.8, "systolic", 120);

    /// A new number of any partition.
    static NumberedPatient fresh() {
        return new NumberedPatient(
                "p-" + UUID.randomUUID(),
                "ward-" + UUID.randomUUID(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /// Another number, on the same partition or another one.
    NumberedPatient other(boolean samePartition) {
        var other = fresh();
        while ((partition(other.number) == partition(number)) != samePartition) {
            other = fresh();
        }
        return new NumberedPatient(other.number, other.ward, now);
    }

    private static int partition(String number) {
        return PatientPartitioner.partition(new PatientId(number), PARTITIONS);
    }

    Instant ago(Duration duration) {
        return now.minus(duration);
    }

    /// The id of a new episode.
    String admitEpisode(Duration infused) {
        return admit(infused).statusCode(201).extract().path("id");
    }

    ValidatableResponse admit(Duration infused) {
        return As.role(Role.NURSE)
                .contentType(JSON)
                .body(AdmittedPatient.form(number, ward, ago(infused)))
                .post("/v1/episodes")
                .then();
    }

    void discharge(String episode, Duration when) {
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("at", ago(when).toString()))
                .post("/v1/episodes/{id}/discharge", episode)
                .then()
                .statusCode(200);
    }

    /// Posts an observation and waits until it is applied.
    String postAndAwait(Duration when, String kind, Map<String, Object> fields) {
        var sent = send(when, kind, fields);
        awaitApplied(sent);
        return sent;
    }

    static void awaitApplied(String observation) {
        await().untilAsserted(() -> observation(observation).statusCode(200).body("state", equalTo("applied")));
    }

    static ValidatableResponse observation(String id) {
        return As.role(Role.NURSE).get("/v1/observations/{id}", id).then();
    }

    String send(Duration when, String kind, Map<String, Object> fields) {
        var id = "o-" + UUID.randomUUID();
        As.role(Role.PHYSICIAN)
                .contentType(JSON)
                .body(body(id, when, kind, fields))
                .post("/v1/observations")
                .then()
                .statusCode(202);
        return id;
    }

    Map<String, Object> body(String id, Duration when, String kind, Map<String, Object> fields) {
        var observation = new LinkedHashMap<String, Object>(fields);
        observation.put("id", id);
        observation.put("patientId", number);
        observation.put("kind", kind);
        observation.put("effectiveAt", ago(when).toString());
        return observation;
    }

    ValidatableResponse merge(NumberedPatient into) {
        return merge(As.role(Role.NURSE), into, "admitted twice");
    }

    ValidatableResponse merge(RequestSpecification asks, NumberedPatient into, String reason) {
        return asks.contentType(JSON)
                .body(Map.of("into", into.number, "reason", reason))
                .post("/v1/patients/{number}/merge", number)
                .then();
    }

    ValidatableResponse takeBack() {
        return takeBack(As.role(Role.NURSE));
    }

    ValidatableResponse takeBack(RequestSpecification asks) {
        return asks.contentType(JSON)
                .body(Map.of("reason", "two persons"))
                .delete("/v1/patients/{number}/merge", number)
                .then();
    }

    ValidatableResponse get(String path) {
        return As.role(Role.NURSE).get("/v1/patients/" + number + path).then();
    }

    ValidatableResponse grade() {
        return get("/grade");
    }

    @Nullable
    Integer crs() {
        return grade().extract().path("crs.grade");
    }

    @Nullable
    Integer crs(Instant knownAt) {
        return get("/grade?at=" + now + "&knownAt=" + knownAt).extract().path("crs.grade");
    }

    ValidatableResponse alerts() {
        return As.role(Role.NURSE)
                .get("/v1/alerts?patientId={id}&limit=200", number)
                .then()
                .statusCode(200);
    }

    ValidatableResponse alertsOfTheWard() {
        return As.role(Role.NURSE)
                .get("/v1/alerts?ward={ward}&limit=200", ward)
                .then()
                .statusCode(200);
    }

    ValidatableResponse board() {
        return As.role(Role.NURSE).get("/v1/wards/{ward}/board", ward).then().statusCode(200);
    }
}
