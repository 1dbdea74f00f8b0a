package health.vigil.api.fhir;

import health.vigil.Eventually;
import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/// Whole answers of the service. They are kept in files, because the validator of HL7 judges them in a run of its own
/// (`ServiceAnswersTest`).
@ServiceTest
class FhirAnswersTest {
    private static final String BASE = "/fhir/r4/";
    private static final String MEDIA_TYPE = "application/fhir+json";
    private static final Path FILES = Path.of("target/fhir-answers");

    private final Instant at = Instant.now().minus(10, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);

    @SuppressWarnings("NullAway.Init")
    private AdmittedPatient patient;

    @BeforeEach
    void admit() {
        patient = AdmittedPatient.daysAgo(1);
    }

    private static RequestSpecification as(Role role) {
        return As.role(role).urlEncodingEnabled(false).contentType(MEDIA_TYPE);
    }

    private static Response keep(String name, int status, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        try {
            Files.createDirectories(FILES);
            Files.writeString(FILES.resolve(name + ".json"), answer.asString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return answer;
    }

    private static Response read(String name, Role role, String address) {
        return keep(name, 200, as(role).get(BASE + address));
    }

    private Map<String, Object> temperature(double value) {
        return Map.of(
                "resourceType",
                "Observation",
                "status",
                "final",
                "identifier",
                List.of(Map.of("system", "urn:ehr", "value", UUID.randomUUID().toString())),
                "code",
                Map.of("coding", List.of(Map.of("system", "http://loinc.org", "code", "8310-5"))),
                "subject",
                Map.of("reference", "Patient/" + patient.patientId()),
                "effectiveDateTime",
                at.toString(),
                "valueQuantity",
                Map.of("value", value, "system", "http://unitsofmeasure.org", "code", "Cel"));
    }

    private Map<String, Object> withoutTime() {
        var resource = new HashMap<>(temperature(37.9));
        resource.remove("effectiveDateTime");
        return resource;
    }

    private static Map<String, Object> bundle(String type, Object... resources) {
        return Map.of(
                "resourceType",
                "Bundle",
                "type",
                type,
                "entry",
                List.of(resources).stream()
                        .map(resource ->
                                Map.of("request", Map.of("method", "POST", "url", "Observation"), "resource", resource))
                        .toList());
    }

    @Test
    void theServiceDescribesItself() {
        read("metadata", Role.NURSE, "metadata");
        read("device", Role.NURSE, "Device/vigil");
        read("code-systems", Role.NURSE, "CodeSystem");
    }

    @Test
    void aPatientIsRead() {
        as(Role.INTEGRATION)
                .body(temperature(39.1))
                .post(BASE + "Observation")
                .then()
                .statusCode(201);
        var grades = "Observation?code=crs-grade&patient=" + patient.patientId();
        Eventually.await()
                .untilAsserted(() -> assertThat(as(Role.NURSE)
                                .get(BASE + grades)
                                .jsonPath()
                                .<Integer>get("entry[0].resource.valueInteger"))
                        .isEqualTo(1));

        var grade = read("grades", Role.NURSE, grades + "&_include=Observation:subject")
                .jsonPath()
                .getString("entry[0].resource.id");
        read("provenance", Role.NURSE, "Provenance?target=Observation/" + grade);
        read("page", Role.NURSE, "Observation?_count=1&patient=" + patient.patientId());
        read("nothing", Role.NURSE, "Observation?code=ice&patient=" + patient.patientId());
        read("everything", Role.PHYSICIAN, "Patient/" + patient.patientId() + "/$everything");
        keep(
                "parameter-left-out",
                200,
                as(Role.NURSE)
                        .header("Prefer", "handling=lenient")
                        .get(BASE + "Observation?colour=red&patient=" + patient.patientId()));
    }

    @Test
    void writesAreAnswered() {
        keep(
                "outcome",
                201,
                as(Role.INTEGRATION)
                        .header("Prefer", "return=OperationOutcome")
                        .body(temperature(37.1))
                        .post(BASE + "Observation"));
        keep(
                "batch",
                200,
                as(Role.INTEGRATION)
                        .body(bundle("batch", temperature(37.2), Map.of()))
                        .post("/fhir/r4"));
        keep(
                "transaction",
                200,
                as(Role.INTEGRATION)
                        .body(bundle("transaction", temperature(37.3)))
                        .post("/fhir/r4"));
        keep(
                "transaction-refused",
                422,
                as(Role.INTEGRATION)
                        .body(bundle("transaction", temperature(37.4), withoutTime()))
                        .post("/fhir/r4"));
    }

    @Test
    void faultsAreAnswered() {
        keep("not-json", 400, as(Role.INTEGRATION).body("{").post(BASE + "Observation"));
        keep("nobody", 401, given().get(BASE + "Observation"));
        keep("forbidden", 403, as(Role.DEVICE).get(BASE + "Device/vigil"));
        keep("not-found", 404, as(Role.NURSE).get(BASE + "Observation/none"));
        keep("not-allowed", 405, as(Role.INTEGRATION).body(Map.of()).post(BASE + "MedicationRequest"));
        keep("not-acceptable", 406, as(Role.NURSE).get(BASE + "Device/vigil?_format=xml"));
        keep("no-resource", 422, as(Role.INTEGRATION).body(withoutTime()).post(BASE + "Observation"));
    }

    @Test
    void aSubscriptionIsRead() {
        var dashboard = Colleague.of(Role.DASHBOARD, Map.of("wards", List.of(patient.ward())));
        var subscription = Map.of(
                "resourceType",
                "Subscription",
                "status",
                "requested",
                "reason",
                "ward monitor",
                "criteria",
                "http://health.vigil/fhir/SubscriptionTopic/alert",
                "channel",
                Map.of("type", "websocket", "payload", MEDIA_TYPE));
        var id = dashboard
                .asks()
                .contentType(MEDIA_TYPE)
                .body(subscription)
                .header("Prefer", "return=representation")
                .post(BASE + "Subscription")
                .jsonPath()
                .getString("id");
        for (var name : List.of("", "/$status", "/$events", "/$get-ws-binding-token")) {
            keep(
                    "subscription" + name.replace("/$", "-"),
                    200,
                    dashboard.asks().urlEncodingEnabled(false).get(BASE + "Subscription/" + id + name));
        }
        keep("subscriptions", 200, dashboard.asks().get(BASE + "Subscription"));
    }
}
