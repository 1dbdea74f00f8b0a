package health.vigil.api.fhir;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.exchange.Person;
import health.vigil.exchange.Place;
import health.vigil.exchange.StayChange;
import health.vigil.exchange.StayReport;
import health.vigil.observation.PatientId;
import health.vigil.store.Database;
import health.vigil.store.ReportedStays;
import health.vigil.store.SentStay;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/// Stays that registration systems report are read as Encounters.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class FhirEncounterTest {
    private static final String BASE = "/fhir/r4/Encounter";

    @Inject
    Database database;

    private AdmittedPatient patient;

    @BeforeEach
    void admit() {
        patient = AdmittedPatient.daysAgo(2);
    }

    private String reported(AdmittedPatient whose, String ward, StayChange change) {
        var visit = "v-" + UUID.randomUUID();
        report(whose, visit, ward, change);
        return visit;
    }

    private void report(AdmittedPatient whose, String visit, String ward, StayChange change) {
        var now = Instant.now();
        var report = new StayReport(
                change,
                new PatientId(whose.patientId()),
                Optional.of(visit),
                Optional.of("I"),
                new Place(Optional.of("L-" + ward), Optional.empty(), Optional.of("12")),
                new Person(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.of(whose.infusedAt()),
                Optional.of(now).filter(_ -> change == StayChange.ENDED),
                Optional.empty(),
                false,
                Optional.empty());
        database.execute(sql -> ReportedStays.write(
                sql, List.of(new SentStay(report, Optional.of(ward), "integration", "10.1.2.3", now))));
    }

    private static Response get(Role role, String address) {
        return As.role(role).urlEncodingEnabled(false).get(address);
    }

    private String ofPatient() {
        return BASE + "?patient=" + patient.patientId();
    }

    private static String id(String visit) {
        return get(Role.NURSE, BASE + "?identifier=" + visit).path("entry[0].resource.id");
    }

    @Test
    void aStayIsReadAndFound() {
        var visit = reported(patient, patient.ward(), StayChange.ADMITTED);

        get(Role.NURSE, BASE + "/" + id(visit))
                .then()
                .statusCode(200)
                .body("resourceType", equalTo("Encounter"))
                .body("status", equalTo("in-progress"))
                .body("class.code", equalTo("IMP"))
                .body("subject.reference", equalTo("Patient/" + patient.patientId()))
                .body("identifier[0].value", equalTo(visit))
                .body("location.location.display", equalTo(List.of(patient.ward(), "12")));
        for (var role : List.of(Role.PHYSICIAN, Role.REGISTRY, Role.INTEGRATION)) {
            get(role, ofPatient()).then().statusCode(200).body("entry", hasSize(1));
        }
        get(Role.DASHBOARD, ofPatient()).then().statusCode(403);
        get(Role.DASHBOARD, BASE + "/" + id(visit)).then().statusCode(403);
    }

    @Test
    void staysAreFoundByStatusAndTime() {
        reported(patient, patient.ward(), StayChange.ENDED);
        var open = reported(patient, patient.ward(), StayChange.ADMITTED);
        var tomorrow = Instant.now().plusSeconds(86_400).toString();

        get(Role.NURSE, ofPatient() + "&status=in-progress")
                .then()
                .body("entry", hasSize(1))
                .body("entry[0].resource.identifier[0].value", equalTo(open));
        get(Role.NURSE, ofPatient() + "&status=finished").then().body("entry", hasSize(1));
        get(Role.NURSE, ofPatient() + "&status=planned").then().statusCode(200).body("entry", nullValue());
        get(Role.NURSE, ofPatient() + "&date=ge" + tomorrow).then().body("entry", hasSize(1));
        get(Role.NURSE, ofPatient() + "&date=lt2020").then().statusCode(200).body("entry", nullValue());
        get(Role.NURSE, ofPatient() + "&_sort=date").then().statusCode(400);
    }

    @Test
    void pagesHoldEveryStayOnceWhileStaysChange() {
        var visits = new ArrayList<String>();
        for (int stay = 0; stay < 5; stay++) {
            visits.add(reported(patient, patient.ward(), StayChange.ADMITTED));
        }
        var ids = new ArrayList<String>();
        var next = Optional.of(ofPatient() + "&_count=2");
        while (next.isPresent()) {
            var page = get(Role.NURSE, next.get());
            assertThat(page.statusCode()).isEqualTo(200);
            ids.addAll(page.jsonPath().getList("entry.resource.id"));
            report(patient, visits.getFirst(), patient.ward(), StayChange.UPDATED);
            next = Optional.ofNullable(page.path("link.find { it.relation == 'next' }?.url"));
        }

        assertThat(ids).hasSize(5);
        assertThat(new HashSet<>(ids)).hasSize(5);
    }

    @Test
    void aStayInAnotherWardIsNotThere() {
        var hidden = reported(patient, "elsewhere-" + UUID.randomUUID(), StayChange.ENDED);
        var shown = reported(patient, patient.ward(), StayChange.ADMITTED);
        var nurse = Colleague.nurseOf(patient.ward());

        assertThat(nurse.asks().get(ofPatient()).asString()).contains(shown).doesNotContain(hidden);
        assertThat(nurse.asks().get(BASE).asString()).contains(shown).doesNotContain(hidden);
        nurse.asks().get(BASE + "?identifier=" + hidden).then().statusCode(200).body("entry", nullValue());
        assertThat(id(hidden)).startsWith("stay");
        var answer = nurse.asks().get(BASE + "/" + id(hidden));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asString())
                .isEqualTo(nurse.asks().get(BASE + "/stay999999999").asString());
    }

    @Test
    void aPatientOfAnotherWardIsNotThereUnlessTheRecordIsOpened() {
        var visit = reported(patient, patient.ward(), StayChange.ADMITTED);
        var physician = Colleague.of(Role.PHYSICIAN, Map.of("wards", List.of("elsewhere")));
        var address = BASE + "/" + id(visit);

        physician.asks().get(ofPatient()).then().statusCode(404);
        assertThat(physician.asks().get(address).asString())
                .isEqualTo(physician.asks().get(BASE + "/stay999999999").asString());
        physician
                .sends(Map.of("reason", "on call"))
                .post("/v1/patients/{id}/break-glass", patient.patientId())
                .then()
                .statusCode(201);
        physician.asks().get(ofPatient()).then().statusCode(200).body("entry", hasSize(1));
        physician.asks().get(address).then().statusCode(200);
        await().untilAsserted(() -> As.role(Role.ADMIN)
                .get("/v1/audit?patientId=" + patient.patientId() + "&actor=" + physician.username())
                .then()
                .body("items.action", hasItem("GET " + address)));
    }

    @Test
    void anotherSystemReadsOnlyTheStaysThatItReported() {
        var visit = reported(patient, patient.ward(), StayChange.ADMITTED);
        var other = Colleague.of(Role.INTEGRATION, Map.of());

        other.asks().get(ofPatient()).then().statusCode(200).body("entry", nullValue());
        other.asks().get(BASE + "/" + id(visit)).then().statusCode(404);
        get(Role.INTEGRATION, BASE + "/" + id(visit)).then().statusCode(200);
    }
}
