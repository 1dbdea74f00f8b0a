package health.vigil.ingest.fhir;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.ingest.ObservationsTopic;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.ingest.fhir.Fhir.JSON;
import static health.vigil.ingest.fhir.Fhir.ROOT;
import static health.vigil.ingest.fhir.Fhir.fresh;
import static health.vigil.ingest.fhir.Fhir.sends;
import static health.vigil.ingest.fhir.Fhir.temperature;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/// Single resources: created, updated, withdrawn, and refused.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class FhirWriteTest {
    private AdmittedPatient patient;

    @BeforeEach
    void admit() {
        patient = AdmittedPatient.justNow();
    }

    private String temperature38(String identifier) {
        return temperature(patient.patientId(), identifier, "38.0");
    }

    /// Waits until the monitor has applied a resource.
    private static void awaitKnown(String identifier, String body) {
        await().untilAsserted(() -> sends(body)
                .header("If-None-Exist", "identifier=urn:ehr|" + identifier)
                .post(ROOT + "/Observation")
                .then()
                .statusCode(200));
    }

    private static String id(ValidatableResponse answer) {
        return answer.extract().header("Location").replaceAll(".*/Observation/([^/]+)/.*", "$1");
    }

    private static void outcome(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status)
                .contentType(startsWith(JSON))
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue.code", hasItem(code))
                .body("issue[0].details.coding[0].system", equalTo("http://health.vigil/fhir/CodeSystem/issue"))
                .body("issue.diagnostics", everyItem(notNullValue()));
    }

    @Test
    void aNewResourceIsCreatedAndThenInKafka() {
        var identifier = fresh();

        var answer = Fhir.create(temperature38(identifier))
                .statusCode(201)
                .header("Location", matchesPattern("http://.*/fhir/r4/Observation/k[0-9a-f]{40}/_history/1"))
                .header("ETag", "W/\"1\"")
                .header("Last-Modified", notNullValue())
                .header("Cache-Control", "no-store")
                .body(emptyString());

        assertThat(id(answer)).hasSize(41);
        assertThat(ObservationsTopic.holding(identifier)).isNotEmpty();
    }

    @Test
    void aResourceThatIsKnownAndEqualIsNotCreatedAgain() {
        var identifier = fresh();
        var first = id(Fhir.create(temperature38(identifier)).statusCode(201));
        awaitKnown(identifier, temperature38(identifier));

        assertThat(id(Fhir.create(temperature38(identifier)).statusCode(200).header("ETag", "W/\"1\"")))
                .isEqualTo(first);
    }

    @Test
    void otherContentUnderAKnownIdentifierIsAConflict() {
        var identifier = fresh();
        Fhir.create(temperature38(identifier)).statusCode(201);
        awaitKnown(identifier, temperature38(identifier));

        outcome(Fhir.create(temperature(patient.patientId(), identifier, "39.0")), 409, "conflict");
        Fhir.create(temperature(patient.patientId(), identifier, "39.0", "corrected"))
                .statusCode(200)
                .header("ETag", "W/\"2\"");
    }

    @Test
    void aConditionalCreateFindsWhatIsKnown() {
        var identifier = fresh();
        Fhir.create(temperature38(identifier)).statusCode(201);
        awaitKnown(identifier, temperature38(identifier));

        sends(temperature(patient.patientId(), identifier, "40.0"))
                .header("If-None-Exist", "http://host/fhir/Observation?identifier=urn%3Aehr%7C" + identifier)
                .post(ROOT + "/Observation")
                .then()
                .statusCode(200)
                .header("ETag", "W/\"1\"");
        outcome(
                sends(temperature38(identifier))
                        .header("If-None-Exist", "status=final")
                        .post(ROOT + "/Observation")
                        .then(),
                400,
                "invalid");
    }

    @Test
    void anUpdateReplacesWhatStands() {
        var identifier = fresh();
        var id = id(Fhir.create(temperature38(identifier)).statusCode(201));
        awaitKnown(identifier, temperature38(identifier));

        sends(temperature(patient.patientId(), identifier, "38.4"))
                .header("If-Match", "W/\"7\"")
                .put(ROOT + "/Observation/" + id)
                .then()
                .statusCode(412);
        sends(temperature(patient.patientId(), identifier, "38.4"))
                .header("If-Match", "W/\"1\"")
                .put(ROOT + "/Observation/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "W/\"2\"");
    }

    @Test
    void anUpdateByIdentifierCreatesOrReplaces() {
        var identifier = fresh();

        sends(temperature38(identifier))
                .queryParam("identifier", "urn:ehr|" + identifier)
                .put(ROOT + "/Observation")
                .then()
                .statusCode(201);
        awaitKnown(identifier, temperature38(identifier));
        sends(temperature(patient.patientId(), identifier, "38.6"))
                .queryParam("identifier", "urn:ehr|" + identifier)
                .put(ROOT + "/Observation")
                .then()
                .statusCode(200);
        outcome(sends(temperature38(identifier)).put(ROOT + "/Observation").then(), 400, "invalid");
    }

    @Test
    void aResourceWithoutIdentifierIsUpdatedByItsId() {
        var nameless = temperature38("x").replaceAll("'identifier': \\[[^]]+], ", "");
        var id = id(Fhir.create(nameless).statusCode(201));

        await().untilAsserted(() -> sends(nameless.replace("38.0", "38.2"))
                .put(ROOT + "/Observation/" + id)
                .then()
                .statusCode(200));
        outcome(sends(nameless).put(ROOT + "/Observation/k" + "0".repeat(40)).then(), 404, "not-found");
    }

    @Test
    void aDeletionWithdraws() {
        var identifier = fresh();
        var id = id(Fhir.create(temperature38(identifier)).statusCode(201));
        awaitKnown(identifier, temperature38(identifier));

        outcome(
                Fhir.as(Role.INTEGRATION)
                        .header("If-Match", "W/\"9\"")
                        .delete(ROOT + "/Observation/" + id)
                        .then(),
                412,
                "conflict");
        Fhir.as(Role.INTEGRATION)
                .header("If-Match", "W/\"1\"")
                .delete(ROOT + "/Observation/" + id)
                .then()
                .statusCode(204);
        await().untilAsserted(() -> outcome(
                Fhir.as(Role.INTEGRATION).delete(ROOT + "/Observation/" + id).then(), 410, "deleted"));
        outcome(Fhir.as(Role.INTEGRATION).delete(ROOT + "/Observation/none").then(), 404, "not-found");
    }

    /// The sender need not wait until the monitor has stored it.
    @Test
    void aDeletionRightAfterTheCreationFindsTheResource() {
        var id = id(Fhir.create(temperature38(fresh())).statusCode(201));

        Fhir.as(Role.INTEGRATION).delete(ROOT + "/Observation/" + id).then().statusCode(204);
    }

    @Test
    void aResourceWithAnIdentifierIsDeletedByTheIdOfItsPut() {
        var own = fresh();
        sends(temperature38(fresh())).put(ROOT + "/Observation/" + own).then().statusCode(201);

        Fhir.as(Role.INTEGRATION).delete(ROOT + "/Observation/" + own).then().statusCode(204);

        await().untilAsserted(() -> outcome(
                Fhir.as(Role.INTEGRATION).delete(ROOT + "/Observation/" + own).then(), 410, "deleted"));
        outcome(
                Fhir.as(Role.INTEGRATION)
                        .delete(ROOT + "/MedicationAdministration/" + own)
                        .then(),
                404,
                "not-found");
    }

    @Test
    void theNewestPutOfAnIdIsDeletedFirst() {
        var own = fresh();
        var first = put(own, fresh());
        var second = put(own, fresh());

        Fhir.as(Role.INTEGRATION).delete(ROOT + "/Observation/" + own).then().statusCode(204);

        await().untilAsserted(() -> outcome(
                Fhir.as(Role.INTEGRATION)
                        .delete(ROOT + "/Observation/" + second)
                        .then(),
                410,
                "deleted"));
        Fhir.as(Role.INTEGRATION).delete(ROOT + "/Observation/" + first).then().statusCode(204);
    }

    /// Puts a resource with an identifier under an id, and waits until it is known. Our id of it.
    private String put(String own, String identifier) {
        var id = id(sends(temperature38(identifier))
                .put(ROOT + "/Observation/" + own)
                .then()
                .statusCode(201));
        awaitKnown(identifier, temperature38(identifier));
        return id;
    }

    @Test
    void oneSenderCannotDeleteWhatAnotherSent() {
        var identifier = fresh();
        var id = id(Fhir.create(temperature38(identifier)).statusCode(201));
        awaitKnown(identifier, temperature38(identifier));
        var other = Colleague.of(Role.INTEGRATION, Map.of("wards", List.of(patient.ward())));

        outcome(other.asks().delete(ROOT + "/Observation/" + id).then(), 404, "not-found");
    }

    @Test
    void whatIsNotKeptIsTold() {
        var unknown = temperature38(fresh()).replace("8310-5", "9269-2");

        var answer = Fhir.create(unknown).header("Location", nullValue());

        outcome(answer, 200, "informational");
        answer.body("issue[0].diagnostics", equalTo("Nothing of this is kept"));
        outcome(
                Fhir.create(
                        temperature38(fresh()).replace("'status'", "'meta': {'tag': [{'code': 'HTEST'}]}, 'status'")),
                200,
                "suppressed");
        Fhir.create(temperature("p-not-watched-" + fresh(), fresh(), "38.0"))
                .statusCode(200)
                .body("issue[0].details.coding[0].code", equalTo("not-watched"));
    }

    @Test
    void whatAPersonMustReadIsAccepted() {
        var compared = temperature38(fresh()).replace("'value': 38.0", "'value': 38.0, 'comparator': '>'");

        var answer = Fhir.create(compared).header("Location", nullValue());

        outcome(answer, 202, "business-rule");
        answer.body("issue[0].expression[0]", equalTo("Observation.value"));
    }

    @Test
    void allFaultsAreToldWithTheirPlaces() {
        var answer = Fhir.create("{'resourceType': 'Observation', 'status': 'final', 'code': {'coding': [{'system': "
                + "'http://loinc.org', 'code': '8310-5'}]}, 'valueString': 'secret'}");

        outcome(answer, 422, "business-rule");
        answer.body("issue.expression.flatten()", hasItem("Observation.value"))
                .body("issue.expression.flatten()", hasItem("Observation.subject"))
                .body("issue.expression.flatten()", hasItem("Observation.effective"));
        assertThat(answer.extract().asString()).doesNotContain("secret");
    }

    @Test
    void aClientGetsWhatItPrefers() {
        var identifier = fresh();
        var narrative = temperature38(identifier)
                .replace("'status'", "'text': {'status': 'generated', 'div': '<script>x</script>'}, 'status'");

        var answer = sends(narrative)
                .header("Prefer", "return=representation")
                .post(ROOT + "/Observation")
                .then()
                .statusCode(201)
                .body("id", startsWith("k"))
                .body("meta.versionId", equalTo("1"))
                .body("text", nullValue());
        assertThat(answer.extract().asString()).contains("38.0").doesNotContain("script");
        outcome(
                sends(temperature38(fresh())
                                .replace("'code': 'Cel'", "'unit': '°C'")
                                .replace("'system': 'http://unitsofmeasure.org', ", ""))
                        .header("Prefer", "return=OperationOutcome")
                        .post(ROOT + "/Observation")
                        .then(),
                201,
                "informational");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/fhir+json                                                     |                 | 201
            application/fhir+xml;q=1.0, application/fhir+json;q=1.0                    |                 | 201
            application/fhir+xml                                                       |                 | 406
            application/fhir+json;q=0, application/fhir+xml                            |                 | 406
            application/fhir+xml                                                       | json            | 201
            */*                                                                        | xml             | 406
            application/fhir+json                                                      | application/fhir+xml | 406
            """)
    void onlyJsonIsAnswered(String accept, String format, int status) {
        var request =
                As.role(Role.INTEGRATION).contentType(JSON).accept(accept).body(Fhir.bytes(temperature38(fresh())));

        var answer = (format == null ? request : request.queryParam("_format", format))
                .post(ROOT + "/Observation")
                .then()
                .statusCode(status);
        if (status == 406) {
            outcome(answer, 406, "not-supported");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/fhir+xml", "application/xml", "text/xml", "text/plain"})
    void onlyJsonIsTaken(String type) {
        outcome(
                As.role(Role.INTEGRATION)
                        .contentType(type)
                        .body(Fhir.bytes("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Observation/>"))
                        .post(ROOT + "/Observation")
                        .then(),
                415,
                "not-supported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "5",
                "{}",
                "{'resourceType': 'Observation', 'resourceType': 'Observation'}",
                "{'resourceType': 'Observation', 'valueQuantity': {'value': NaN}}",
                "{'resourceType': 'Observation'} x",
                "{'resourceType': 'Patient'}"
            })
    void whatIsNoObservationIs400(String body) {
        outcome(Fhir.create(body), 400, "invalid");
    }

    @Test
    void tooDeepIs400AndTooLargeIs413() {
        outcome(
                Fhir.create("{'resourceType': 'Observation', 'x': " + "[".repeat(33) + "]".repeat(33) + "}"),
                400,
                "invalid");
        outcome(Fhir.create("{'resourceType': 'Observation', 'x': '" + "y".repeat(256 * 1024) + "'}"), 413, "too-long");
    }

    @Test
    void aCompressedBodyIs415() {
        outcome(
                Fhir.as(Role.INTEGRATION)
                        .header("Content-Encoding", "gzip")
                        .body(new byte[] {0x1f, (byte) 0x8b, 8, 0})
                        .post(ROOT + "/Observation")
                        .then(),
                415,
                "not-supported");
    }

    @Test
    void aPatientOfAnotherWardIsUnknown() {
        var other = Colleague.of(Role.INTEGRATION, Map.of("wards", List.of("ward-" + fresh())));

        outcome(
                other.asks()
                        .contentType(JSON)
                        .body(Fhir.bytes(temperature38(fresh())))
                        .post(ROOT + "/Observation")
                        .then(),
                404,
                "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/Patient/1",
                "https://elsewhere.example/fhir/Patient/1",
                "urn:uuid:0",
                "Group/1"
            })
    void aReferenceElsewhereIsNeverFollowed(String reference) {
        var body = temperature38(fresh()).replace("Patient/" + patient.patientId(), reference);

        outcome(Fhir.create(body), 422, "business-rule");
    }

    @Test
    void aDeviceSpeaksOnlyForItself() {
        var device = Colleague.of(Role.DEVICE, Map.of("deviceId", "monitor-" + fresh()));

        outcome(
                device.asks()
                        .contentType(JSON)
                        .body(Fhir.bytes(temperature38(fresh())))
                        .post(ROOT + "/Observation")
                        .then(),
                403,
                "forbidden");
        outcome(
                device.asks()
                        .contentType(JSON)
                        .body(Fhir.bytes("{'resourceType': 'Patient'}"))
                        .post(ROOT + "/Patient")
                        .then(),
                403,
                "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MedicationRequest", "MedicationStatement", "MedicationDispense"})
    void anOrderIsNoAdministration(String type) {
        outcome(
                sends("{'resourceType': '" + type + "'}")
                        .post(ROOT + "/" + type)
                        .then()
                        .header("Allow", notNullValue()),
                405,
                "not-supported");
    }

    @Test
    void errorsBelowFhirAreOutcomes() {
        outcome(
                given().contentType(JSON)
                        .body(Fhir.bytes("{}"))
                        .post(ROOT + "/Observation")
                        .then(),
                401,
                "login");
        outcome(
                Fhir.as(Role.NURSE)
                        .body(Fhir.bytes("{}"))
                        .post(ROOT + "/Observation")
                        .then(),
                403,
                "forbidden");
        outcome(Fhir.as(Role.INTEGRATION).get(ROOT + "/Nothing/1").then(), 404, "not-found");
        outcome(
                Fhir.as(Role.INTEGRATION)
                        .body(Fhir.bytes("{}"))
                        .patch(ROOT + "/Observation/1")
                        .then()
                        .header("Allow", containsString("PUT")),
                405,
                "not-supported");
        outcome(
                Fhir.as(Role.INTEGRATION)
                        .get(ROOT + "/metadata?" + "x".repeat(5000))
                        .then(),
                414,
                "too-long");
    }
}
