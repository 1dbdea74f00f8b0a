package health.vigil.ingest.fhir;

import health.vigil.ServiceTest;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.ingest.ObservationsTopic;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.ingest.fhir.Fhir.ROOT;
import static health.vigil.ingest.fhir.Fhir.bundle;
import static health.vigil.ingest.fhir.Fhir.entry;
import static health.vigil.ingest.fhir.Fhir.fresh;
import static health.vigil.ingest.fhir.Fhir.sends;
import static health.vigil.ingest.fhir.Fhir.temperature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

/// Batches and transactions over HTTP.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class FhirBundleTest {
    private AdmittedPatient patient;

    @BeforeEach
    void admit() {
        patient = AdmittedPatient.justNow();
    }

    private String post(String identifier) {
        return entry("POST", "Observation", temperature(patient.patientId(), identifier, "38.0"));
    }

    private String wrong() {
        return entry(
                "POST",
                "Observation",
                temperature(patient.patientId(), fresh(), "38.0").replace("'valueQuantity'", "'valueRange'"));
    }

    @Test
    void theEntriesOfABatchAreAnsweredInTheirOrder() {
        bundle("batch", post(fresh()), wrong(), "{'request': {'method': 'DELETE', 'url': 'Observation/none'}}")
                .statusCode(200)
                .body("resourceType", equalTo("Bundle"))
                .body("type", equalTo("batch-response"))
                .body("entry", hasSize(3))
                .body("entry[0].response.status", equalTo("201 Created"))
                .body("entry[0].response.location", startsWith("Observation/k"))
                .body("entry[0].response.etag", equalTo("W/\"1\""))
                .body("entry[1].response.status", startsWith("422"))
                .body("entry[1].response.outcome.issue[0].expression[0]", startsWith("Bundle.entry[1].resource"))
                .body("entry[2].response.status", startsWith("404"));
    }

    /// Kafka acknowledges the first entries while the last ones are being sent.
    @Test
    void everyEntryOfALargeBatchIsAnswered() {
        for (int time = 0; time < 8; time++) {
            var entries = Stream.generate(() -> post(fresh())).limit(1000).toArray(String[]::new);

            bundle("batch", entries)
                    .statusCode(200)
                    .body("entry", hasSize(1000))
                    .body("entry.response.status", everyItem(equalTo("201 Created")));
        }
    }

    @Test
    void oneRefusalRefusesATransaction() {
        var identifier = fresh();

        bundle("transaction", post(identifier), wrong())
                .statusCode(422)
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue.expression.flatten()", hasItem(startsWith("Bundle.entry[1]")));

        assertThat(ObservationsTopic.holding(identifier)).isEmpty();
        bundle("transaction", post(identifier), post(fresh()))
                .statusCode(200)
                .body("type", equalTo("transaction-response"))
                .body("entry.response.status", contains("201 Created", "201 Created"));
    }

    @Test
    void anUnmetPreconditionRefusesATransaction() {
        var update = entry("PUT", "Observation/a", temperature(patient.patientId(), fresh(), "38.0"))
                .replace("'method'", "'ifMatch': 'W/\\\"3\\\"', 'method'");

        bundle("transaction", post(fresh()), update)
                .statusCode(412)
                .body("issue[0].expression[0]", equalTo("Bundle.entry[1]"));
    }

    private static String cells(String number) {
        return entry(
                "POST",
                "MedicationAdministration",
                "{'resourceType': 'MedicationAdministration', 'status': 'completed', 'identifier': [{'system': "
                        + "'urn:ehr', 'value': '" + fresh() + "'}], 'subject': {'reference': 'Patient/" + number
                        + "'}, 'medicationCodeableConcept': {'coding': [{'system': 'http://www.whocc.no/atc', 'code': "
                        + "'L01XL03'}]}, 'effectiveDateTime': '"
                        + Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.SECONDS) + "'}");
    }

    private static String stay(String number) {
        return entry(
                "POST",
                "Encounter",
                "{'resourceType': 'Encounter', 'status': 'in-progress', 'identifier': [{'system': 'urn:visit', 'value': "
                        + "'" + fresh() + "'}], 'class': {'code': 'IMP'}, 'subject': {'reference': 'Patient/" + number
                        + "'}, 'location': [{'status': 'active', 'location': {'identifier': {'value': 'HEM'}}}]}");
    }

    @Test
    void anInfusionThatLacksSomethingRefusesATransactionBeforeAnythingIsSent() {
        var identifier = fresh();

        bundle("transaction", post(identifier), cells("p-" + fresh()))
                .statusCode(422)
                .body("issue.expression.flatten()", hasItem("Bundle.entry[1]"));

        assertThat(ObservationsTopic.holding(identifier)).isEmpty();
    }

    /// Its patient is watched only because of the stay in the same Bundle.
    @Test
    void aFaultOfAPatientWhoseStayIsReportedRefusesATransaction() {
        var identifier = fresh();
        var number = "p-" + fresh();
        var fault = entry("POST", "Observation", temperature(number, fresh(), "38000000000"));

        bundle("transaction", post(identifier), stay(number), fault)
                .statusCode(422)
                .body("issue.expression.flatten()", hasItem(startsWith("Bundle.entry[2]")));

        assertThat(ObservationsTopic.holding(identifier)).isEmpty();
    }

    @Test
    void theEntriesOfABatchAreDeletedByIdsOfBothKinds() {
        var own = fresh();
        var put = bundle(
                        "batch",
                        entry("PUT", "Observation/" + own, temperature(patient.patientId(), fresh(), "38.0")),
                        post(fresh()))
                .statusCode(200)
                .extract()
                .jsonPath();
        var ours = put.getString("entry[1].response.location").replaceAll("/_history/.*", "");

        bundle(
                        "batch",
                        "{'request': {'method': 'DELETE', 'url': 'Observation/" + own + "'}}",
                        "{'request': {'method': 'DELETE', 'url': '" + ours + "'}}")
                .statusCode(200)
                .body("entry.response.status", contains(startsWith("204"), startsWith("204")));
    }

    @Test
    void theSameBundleAgainIsSafe() {
        var first = post(fresh());

        bundle("transaction", first).statusCode(200);
        bundle("transaction", first).statusCode(200);
    }

    @Test
    void otherBundlesAreRefused() {
        bundle("message", post(fresh())).statusCode(422);
        bundle("batch", entry("POST", "Bundle", "{'resourceType': 'Bundle', 'type': 'batch'}"))
                .statusCode(200)
                .body("entry[0].response.status", startsWith("422"));
        sends(temperature(patient.patientId(), fresh(), "38.0"))
                .post(ROOT)
                .then()
                .statusCode(400);
    }

    @Test
    void tooManyEntriesAreRefused() {
        var entry = "{'request': {'method': 'GET', 'url': 'Observation'}}";

        bundle("batch", Collections.nCopies(10_001, entry).toArray(String[]::new))
                .statusCode(413)
                .body("issue[0].code", equalTo("too-long"));
    }

    @Test
    void aBundleMayBeLargerThanAResource() {
        var note = ", 'note': [{'text': '" + "x".repeat(100_000) + "'}]}";
        var entries = new String[10];
        for (int index = 0; index < entries.length; index++) {
            var resource = temperature(patient.patientId(), fresh(), "38.0");
            entries[index] = entry("POST", "Observation", resource.substring(0, resource.length() - 1) + note);
        }

        bundle("batch", entries)
                .statusCode(200)
                .body("entry.response.status.findAll { it == '201 Created' }.size()", equalTo(10));
    }

    @Test
    void aDeviceReportsNoStays() {
        var patientEntry = entry(
                "POST",
                "Patient",
                "{'resourceType': 'Patient', 'identifier': [{'system': 'urn:vigil:patient', 'value': '"
                        + patient.patientId() + "'}]}");

        sends(Role.DEVICE, "{'resourceType': 'Bundle', 'type': 'batch', 'entry': [" + patientEntry + "]}")
                .post(ROOT)
                .then()
                .statusCode(200)
                .body("entry[0].response.status", startsWith("403"));
    }
}
