package health.vigil.ingest.fhir;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.access.User;
import health.vigil.access.Wards;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.MonitorWrites;
import health.vigil.exchange.BusinessId;
import health.vigil.exchange.Fate;
import health.vigil.exchange.MessageFormat;
import health.vigil.exchange.PartDraft;
import health.vigil.exchange.RevisionMark;
import health.vigil.exchange.SourceKey;
import health.vigil.exchange.Statement;
import health.vigil.exchange.StatementStatus;
import health.vigil.ingest.Arrival;
import health.vigil.ingest.exchange.ExchangeIntake;
import health.vigil.ingest.exchange.SentStatement;
import health.vigil.intake.Subject;
import health.vigil.observation.DeviceId;
import health.vigil.observation.Kind;
import health.vigil.observation.ObservationId;
import health.vigil.observation.Sender;
import health.vigil.trace.Trace;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static health.vigil.ingest.fhir.Fhir.JSON;
import static health.vigil.ingest.fhir.Fhir.ROOT;
import static health.vigil.ingest.fhir.Fhir.fresh;
import static health.vigil.ingest.fhir.Fhir.sends;
import static health.vigil.ingest.fhir.Fhir.temperature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/// What another system wrote is read back by the id and the version that it was told.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class FhirReadBackTest {
    private static final String VERSIONS = "entry.response.etag";

    @Inject
    MonitorWrites writes;

    @Inject
    ExchangeIntake intake;

    private final String identifier = fresh();
    private AdmittedPatient patient;

    @BeforeEach
    void admit() {
        patient = AdmittedPatient.justNow();
    }

    private String reports(String value, String status) {
        return temperature(patient.patientId(), identifier, value, status);
    }

    private static String issued(String body, int minute) {
        var at = Instant.now().truncatedTo(ChronoUnit.HOURS).plusSeconds(60L * minute);
        return body.replace("'status'", "'issued': '" + at + "', 'status'");
    }

    /// The address of the resource that a response locates, below the host.
    private static String resource(ValidatableResponse written) {
        return version(written).replaceAll("/_history/.*", "");
    }

    private static String version(ValidatableResponse written) {
        return written.extract().header("Location").replaceAll("^https?://[^/]+", "");
    }

    private static Response get(String address) {
        return get(Fhir.as(Role.INTEGRATION), address);
    }

    private static Response get(RequestSpecification asks, String address) {
        return asks.accept(JSON).get(address);
    }

    private static void awaitVersion(String address, int version) {
        await().untilAsserted(() -> get(address).then().statusCode(200).header("ETag", "W/\"" + version + "\""));
    }

    private static void isMissing(Response answer, String code) {
        answer.then()
                .statusCode(404)
                .contentType(startsWith(JSON))
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue[0].code", equalTo(code));
    }

    @Test
    void aResourceIsReadByItsLocationAsSoonAsItIsWritten() {
        var written = Fhir.create(reports("38.0", "preliminary")).statusCode(201);

        for (var address : List.of(version(written), resource(written))) {
            get(address)
                    .then()
                    .statusCode(200)
                    .header("ETag", "W/\"1\"")
                    .header("Last-Modified", notNullValue())
                    .header("Cache-Control", "no-store")
                    .body("id", startsWith("k"))
                    .body("meta.versionId", equalTo("1"))
                    .body("status", equalTo("preliminary"))
                    .body("subject.reference", equalTo("Patient/" + patient.patientId()))
                    .body("identifier[0].system", equalTo("urn:ehr"))
                    .body("identifier[0].value", equalTo(identifier))
                    .body("valueQuantity.value", equalTo(38));
        }
        get(Fhir.as(Role.INTEGRATION).header("If-None-Match", "W/\"1\""), resource(written))
                .then()
                .statusCode(304)
                .header("ETag", "W/\"1\"");
        get(As.role(Role.NURSE), resource(written)).then().statusCode(200);
    }

    @Test
    void aVersionThatWasReplacedHasNoValue() {
        var written = Fhir.create(reports("38.0", "final")).statusCode(201);
        awaitVersion(resource(written), 1);
        Fhir.create(reports("39.0", "corrected")).statusCode(200);
        awaitVersion(resource(written), 2);

        get(resource(written)).then().body("status", equalTo("amended")).body("valueQuantity.value", equalTo(39));
        get(version(written))
                .then()
                .statusCode(200)
                .body("meta.versionId", equalTo("1"))
                .body("status", equalTo("entered-in-error"))
                .body("valueQuantity", nullValue());
        get(resource(written) + "/_history")
                .then()
                .statusCode(200)
                .body("type", equalTo("history"))
                .body("total", equalTo(2))
                .body(VERSIONS, equalTo(List.of("W/\"2\"", "W/\"1\"")))
                .body("entry.request.method", equalTo(List.of("PUT", "POST")))
                .body("entry.resource.status", equalTo(List.of("amended", "entered-in-error")));
    }

    @Test
    void aVersionWhoseContentStillStandsKeepsIt() {
        var written = Fhir.create(reports("38.0", "preliminary")).statusCode(201);
        awaitVersion(resource(written), 1);
        Fhir.create(reports("38.0", "final")).statusCode(200);
        awaitVersion(resource(written), 2);

        get(resource(written) + "/_history")
                .then()
                .body("entry.resource.status", equalTo(List.of("final", "preliminary")))
                .body("entry.resource.valueQuantity.value", everyItem(equalTo(38)));
    }

    @Test
    void anEarlierReportThatComesLateIsNotTheNewestVersion() {
        var written = Fhir.create(issued(reports("38.0", "final"), 2)).statusCode(201);
        awaitVersion(resource(written), 1);
        Fhir.create(issued(reports("37.0", "final"), 1)).statusCode(200);
        await().untilAsserted(() -> get(resource(written) + "/_history")
                .then()
                .body(VERSIONS, equalTo(List.of("W/\"1\"", "W/\"2\"")))
                .body("entry.resource.status", equalTo(List.of("final", "entered-in-error")))
                .body("entry[1].resource.valueQuantity", nullValue()));

        get(resource(written)).then().header("ETag", "W/\"1\"").body("valueQuantity.value", equalTo(38));
        sends(issued(reports("38.5", "final"), 3))
                .header("If-Match", "W/\"2\"")
                .put(resource(written))
                .then()
                .statusCode(412);
        sends(issued(reports("38.5", "final"), 3))
                .header("If-Match", "W/\"1\"")
                .put(resource(written))
                .then()
                .statusCode(200)
                .header("ETag", "W/\"3\"");
        awaitVersion(resource(written), 3);
    }

    @Test
    void whatWasWithdrawnIsGone() {
        var written = Fhir.create(reports("38.0", "final")).statusCode(201);
        awaitVersion(resource(written), 1);
        Fhir.as(Role.INTEGRATION).delete(resource(written)).then().statusCode(204);

        await().untilAsserted(() -> get(resource(written))
                .then()
                .statusCode(410)
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue[0].code", equalTo("deleted")));
        get(resource(written) + "/_history/2").then().statusCode(410);
        get(version(written)).then().statusCode(200).body("status", equalTo("entered-in-error"));
        get(resource(written) + "/_history")
                .then()
                .body("entry.request.method", equalTo(List.of("DELETE", "POST")))
                .body("entry[0].resource", nullValue());
    }

    @Test
    void aClientLearnsThatAPersonRetractedTheValue() {
        var written = Fhir.create(reports("38.0", "final")).statusCode(201);
        String id = get(resource(written)).path("identifier.find { it.system.endsWith('observation-id') }.value");
        writes.retract(new ObservationId(new Sender("integration"), id));

        get(Fhir.as(Role.INTEGRATION).header("If-None-Match", "W/\"1\""), resource(written))
                .then()
                .statusCode(200)
                .body("status", equalTo("entered-in-error"))
                .body("valueQuantity", nullValue());
    }

    /// A reading of a device that no patient has.
    private String unbound(Role role, StatementStatus status, RevisionMark mark) {
        var sender = new Sender(role.word());
        var key = new SourceKey(sender, "Observation", BusinessId.identifier("urn:ehr", identifier));
        var device = new Subject.ByDevice(new DeviceId("d-" + identifier));
        var now = Instant.now();
        var part = new PartDraft("vital-signs", Kind.VITAL_SIGNS)
                .put("temperature", new BigDecimal("38.0"), "value")
                .at(device, now);
        var statement = new Statement(
                key,
                status,
                Optional.empty(),
                true,
                Optional.of(device),
                Optional.empty(),
                Optional.of(now),
                new Fate.Taken(List.of(part), List.of()));
        var arrival =
                new Arrival(new User(sender.name(), role, Optional.empty(), Wards.ALL), "10.1.2.3", now, Trace.NONE);
        try (var permit = intake.permit(1000).orElseThrow()) {
            intake.accept(arrival, permit, MessageFormat.FHIR, List.of(SentStatement.of(statement, mark)), false);
        }
        return ROOT + "/Observation/" + key.fhirId();
    }

    @Test
    void itsSenderLearnsThatItWaitsForAPerson() {
        var address = unbound(Role.INTEGRATION, StatementStatus.FINAL, new RevisionMark.First());

        await().untilAsserted(() -> isMissing(get(address), "business-rule"));
        isMissing(get(address + "/_history/1"), "business-rule");
        isMissing(get(As.role(Role.NURSE), address), "transient");
        isMissing(get(Colleague.of(Role.INTEGRATION, Map.of()).asks(), address), "transient");
    }

    @Test
    void aCorrectionThatWaitsHidesNothing() {
        var written = Fhir.create(reports("37.0", "final")).statusCode(201);
        awaitVersion(resource(written), 1);

        unbound(Role.INTEGRATION, StatementStatus.AMENDED, new RevisionMark.ReceivedAt(Instant.now()));

        await().untilAsserted(() -> isMissing(get(resource(written) + "/_history/2"), "business-rule"));
        isMissing(get(As.role(Role.NURSE), resource(written) + "/_history/2"), "transient");
        get(resource(written))
                .then()
                .statusCode(200)
                .header("ETag", "W/\"1\"")
                .body("valueQuantity.value", equalTo(37));
    }

    @Test
    void aReadingOfAnotherPatientIsReadByWhoeverMayReadThatPatient() {
        var right = AdmittedPatient.justNow();
        var first = Colleague.nurseOf(patient.ward());
        var second = Colleague.nurseOf(right.ward());
        var written = Fhir.create(reports("38.0", "final")).statusCode(201);
        awaitVersion(resource(written), 1);
        sends(temperature(right.patientId(), identifier, "38.0"))
                .put(resource(written))
                .then()
                .statusCode(200);
        awaitVersion(resource(written), 2);

        get(second.asks(), resource(written))
                .then()
                .statusCode(200)
                .body("subject.reference", equalTo("Patient/" + right.patientId()));
        get(second.asks(), resource(written) + "/_history").then().body(VERSIONS, equalTo(List.of("W/\"2\"")));
        isMissing(get(second.asks(), version(written)), "transient");
        isMissing(get(first.asks(), resource(written)), "transient");
        get(first.asks(), resource(written) + "/_history")
                .then()
                .body(VERSIONS, equalTo(List.of("W/\"1\"")))
                .body("entry[0].resource.status", equalTo("entered-in-error"))
                .body("entry[0].resource.valueQuantity", nullValue());
    }

    @Test
    void whatMayNotBeReadIsNotThere() {
        var written = Fhir.create(reports("38.0", "final")).statusCode(201);
        awaitVersion(resource(written), 1);
        var nobody = ROOT + "/Observation/k" + "0".repeat(40);
        var elsewhere = Colleague.of(Role.PHYSICIAN, Map.of("wards", List.of("elsewhere")));
        var sameWard = Colleague.of(Role.INTEGRATION, Map.of("wards", List.of(patient.ward())));

        for (var colleague : List.of(elsewhere, sameWard)) {
            for (var path : List.of("", "/_history", "/_history/1")) {
                var hidden = get(colleague.asks(), resource(written) + path);
                isMissing(hidden, "transient");
                assertThat(hidden.asString())
                        .isEqualTo(get(colleague.asks(), nobody + path).asString());
            }
        }
        get(As.role(Role.DASHBOARD), resource(written)).then().statusCode(404);
        get(resource(written).replace("Observation", "MedicationAdministration"))
                .then()
                .statusCode(404);
    }

    @Test
    void emergencyAccessOpensItAndTheAuditTrailNamesThePatient() {
        var written = Fhir.create(reports("38.0", "final")).statusCode(201);
        awaitVersion(resource(written), 1);
        var physician = Colleague.of(Role.PHYSICIAN, Map.of("wards", List.of("elsewhere")));
        physician
                .sends(Map.of("reason", "on call"))
                .post("/v1/patients/{id}/break-glass", patient.patientId())
                .then()
                .statusCode(201);

        get(physician.asks(), resource(written) + "/_history").then().statusCode(200);

        await().untilAsserted(() -> As.role(Role.ADMIN)
                .get("/v1/audit?patientId=" + patient.patientId() + "&actor=" + physician.username())
                .then()
                .body("items.action", hasItem("GET " + resource(written) + "/_history")));
    }

    @Test
    void aPanelNamesItsMembers() {
        var body = reports("38.0", "final")
                .replace("8310-5", "85353-1")
                .replaceAll(
                        "'valueQuantity'.*",
                        "'component': [" + component("8310-5", "38.1", "Cel") + ", " + component("8867-4", "88", "/min")
                                + "]}");
        var written = Fhir.create(body).statusCode(201);

        var members = get(resource(written))
                .then()
                .statusCode(200)
                .body("status", equalTo("final"))
                .body("code.coding[0].code", equalTo("panel"))
                .body("hasMember", hasSize(2))
                .extract()
                .jsonPath()
                .getList("hasMember.reference", String.class);
        get(ROOT + "/" + members.getFirst()).then().statusCode(200).body("valueQuantity.value", equalTo(38.1f));
    }

    private static String component(String code, String value, String unit) {
        return "{'code': {'coding': [{'system': 'http://loinc.org', 'code': '" + code
                + "'}]}, 'valueQuantity': {'value': " + value
                + ", 'system': 'http://unitsofmeasure.org', 'code': '" + unit + "'}}";
    }

    private String infusion(String status, String period) {
        return "{'resourceType': 'MedicationAdministration', 'status': '" + status
                + "', 'identifier': [{'system': 'urn:ehr', 'value': '" + identifier
                + "'}], 'medicationCodeableConcept': {'coding': [{'system': 'http://www.whocc.no/atc', 'code': "
                + "'C01CA03'}]}, 'subject': {'reference': 'Patient/" + patient.patientId() + "'}, 'effectivePeriod': {"
                + period + "}}";
    }

    @Test
    void anInfusionIsReadWithItsVersions() {
        var start = "'start': '" + patient.infusedAt() + "'";
        var written = sends(infusion("in-progress", start))
                .post(ROOT + "/MedicationAdministration")
                .then()
                .statusCode(201);
        get(version(written)).then().statusCode(200).body("status", equalTo("in-progress"));
        sends(infusion("completed", start + ", 'end': '" + patient.infusedAt().plusSeconds(30) + "'"))
                .put(resource(written))
                .then()
                .statusCode(200);
        awaitVersion(resource(written), 2);

        get(resource(written))
                .then()
                .body("id", startsWith("k"))
                .body("status", equalTo("completed"))
                .body("effectivePeriod.end", startsWith("20"));
        get(resource(written) + "/_history")
                .then()
                .body("entry.resource.status", equalTo(List.of("completed", "in-progress")));
    }

    @Test
    void onlyWhatOtherSystemsWroteHasVersions() {
        for (var address : List.of("gc1/_history", "none/_history/1", "k" + "0".repeat(40) + "/_history/x")) {
            get(ROOT + "/Observation/" + address).then().statusCode(404);
        }
    }
}
