package health.vigil.ingest.fhir;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static health.vigil.ingest.fhir.Fhir.JSON;
import static health.vigil.ingest.fhir.Fhir.ROOT;
import static health.vigil.ingest.fhir.Fhir.entry;
import static health.vigil.ingest.fhir.Fhir.fresh;
import static health.vigil.ingest.fhir.Fhir.sends;
import static health.vigil.ingest.fhir.Fhir.temperature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/// Versions of a resource: who may replace which, and what a search says of the one that stands.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class FhirVersionTest {
    private final String identifier = fresh();
    private AdmittedPatient patient;

    @BeforeEach
    void admit() {
        patient = AdmittedPatient.justNow();
    }

    private String reads(String celsius, String status) {
        return temperature(patient.patientId(), identifier, celsius, status);
    }

    private static String address(ValidatableResponse written) {
        return written.extract().header("Location").replaceAll("^https?://[^/]+|/_history/.*", "");
    }

    private ValidatableResponse replaces(String address, int version, String celsius) {
        return sends(reads(celsius, "final"))
                .header("If-Match", "W/\"" + version + "\"")
                .put(address)
                .then();
    }

    /// The monitor stores what was written some time after its sender was told so.
    @Test
    void whatWasJustWrittenCanBeReplaced() {
        var address = address(Fhir.create(reads("38.0", "final")).statusCode(201));

        replaces(address, 1, "38.1").statusCode(200).header("ETag", "W/\"2\"");
        replaces(address, 2, "38.2").statusCode(200).header("ETag", "W/\"3\"");
        sends("{'resourceType': 'Bundle', 'type': 'transaction', 'entry': ["
                        + entry("PUT", address.replace(ROOT + "/", ""), reads("38.3", "final"))
                                .replace("'method'", "'ifMatch': 'W/\\'3\\'', 'method'")
                        + "]}")
                .post(ROOT)
                .then()
                .statusCode(200)
                .body("entry[0].response.etag", equalTo("W/\"4\""));
        Fhir.as(Role.INTEGRATION)
                .header("If-Match", "W/\"4\"")
                .delete(address)
                .then()
                .statusCode(204);
    }

    @Test
    void ofThoseWhoReplaceTheSameVersionOneIsTaken() throws Exception {
        var address = address(Fhir.create(reads("38.0", "final")).statusCode(201));
        List<Integer> answers;
        try (var writers = Executors.newFixedThreadPool(8)) {
            answers = writers
                    .invokeAll(IntStream.range(0, 8)
                            .<Callable<Integer>>mapToObj(writer -> () -> replaces(address, 1, "39." + writer)
                                    .extract()
                                    .statusCode())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).containsOnlyOnce(200);
        assertThat(answers.stream().filter(status -> status != 200)).containsOnly(412);
        var taken = "39." + answers.indexOf(200);
        await().untilAsserted(() -> Fhir.as(Role.INTEGRATION)
                .get(address)
                .then()
                .statusCode(200)
                .header("ETag", "W/\"2\"")
                .body("valueQuantity.value.toString()", equalTo(taken)));
    }

    @Test
    void aSearchSaysHowFinalItIsAndWhatItsSenderCallsIt() {
        Fhir.create(reads("38.0", "preliminary")).statusCode(201);
        await().untilAsserted(() -> found("")
                .body("entry.resource.status", equalTo(List.of("preliminary")))
                .body("entry[0].resource.identifier.value", hasItem(identifier)));
        var before = Instant.parse(found("").extract().jsonPath().getString("entry[0].resource.meta.lastUpdated"));

        Fhir.create(reads("38.0", "final")).statusCode(200);

        await().untilAsserted(() -> found("").body("entry.resource.status", equalTo(List.of("final"))));
        found("&_lastUpdated=gt" + before).body("entry.resource.status", equalTo(List.of("final")));
        found("&status=preliminary").body("entry", nullValue());
        found("&status=final").body("entry.resource.status", equalTo(List.of("final")));
    }

    /// Another system asks for what it sent by the identifier that it gave it, and finds nothing of others.
    @Test
    void whatWasSentIsFoundByItsIdentifier() {
        Fhir.create(reads("38.0", "final")).statusCode(201);
        sends(norepinephrine()).post(ROOT + "/MedicationAdministration").then().statusCode(201);

        for (var type : List.of("Observation", "MedicationAdministration")) {
            await().untilAsserted(() -> identified(Fhir.as(Role.INTEGRATION), type, identifier)
                    .body("entry.resource.subject.reference", equalTo(List.of("Patient/" + patient.patientId()))));
            identified(As.role(Role.NURSE), type, identifier).body("entry", hasSize(1));
            identified(
                            Colleague.of(Role.INTEGRATION, Map.of("wards", List.of(patient.ward())))
                                    .asks(),
                            type,
                            identifier)
                    .body("entry", nullValue());
            identified(Fhir.as(Role.INTEGRATION), type, "another").body("entry", nullValue());
        }
    }

    private static ValidatableResponse identified(RequestSpecification asks, String type, String identifier) {
        return asks.accept(JSON)
                .queryParam("identifier", "urn:ehr|" + identifier)
                .get(ROOT + "/" + type)
                .then()
                .statusCode(200);
    }

    private String norepinephrine() {
        return "{'resourceType': 'MedicationAdministration', 'status': 'in-progress', 'identifier': [{'system': "
                + "'urn:ehr', 'value': '" + identifier + "'}], 'medicationCodeableConcept': {'coding': [{'system': "
                + "'http://www.whocc.no/atc', 'code': 'C01CA03'}]}, 'subject': {'reference': 'Patient/"
                + patient.patientId() + "'}, 'effectivePeriod': {'start': '"
                + Instant.now().minusSeconds(60) + "'}}";
    }

    private ValidatableResponse found(String condition) {
        return As.role(Role.PHYSICIAN)
                .accept(JSON)
                .get(ROOT + "/Observation?code=8310-5&patient=" + patient.patientId() + condition)
                .then()
                .statusCode(200);
    }
}
