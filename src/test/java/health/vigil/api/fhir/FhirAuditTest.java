package health.vigil.api.fhir;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/// The audit trail is read as AuditEvents by administrators, and by nobody else.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class FhirAuditTest {
    private static final String BASE = "/fhir/r4/AuditEvent";

    private AdmittedPatient patient;

    @BeforeEach
    void admit() {
        patient = AdmittedPatient.daysAgo(1);
    }

    private static Response get(Role role, String address) {
        return As.role(role).urlEncodingEnabled(false).get(address);
    }

    private String ofPatient() {
        return BASE + "?patient=" + patient.patientId();
    }

    private String grade() {
        return "/v1/patients/" + patient.patientId() + "/grade";
    }

    @Test
    void anEntryTellsWhoSawWhatOfWhom() {
        get(Role.PHYSICIAN, grade()).then().statusCode(200);

        get(Role.ADMIN, ofPatient() + "&agent=physician")
                .then()
                .statusCode(200)
                .body("entry", hasSize(1))
                .body("entry[0].resource.action", equalTo("R"))
                .body("entry[0].resource.outcome", equalTo("0"))
                .body("entry[0].resource.agent[0].who.identifier.value", equalTo("physician"))
                .body("entry[0].resource.agent[0].role[0].text", equalTo("physician"))
                .body("entry[0].resource.agent[0].network.address", not(nullValue()))
                .body("entry[0].resource.entity[0].what.reference", equalTo("Patient/" + patient.patientId()))
                .body("entry[0].resource.entity[1].name", equalTo("GET " + grade()));
        String id = get(Role.ADMIN, ofPatient() + "&agent=physician").path("entry[0].resource.id");
        get(Role.ADMIN, BASE + "/" + id).then().statusCode(200).body("id", equalTo(id));
        get(Role.ADMIN, BASE + "?_id=" + id + ",audit0").then().body("entry", hasSize(1));
        for (var absent : List.of("audit0", "audit999999999999", "none")) {
            get(Role.ADMIN, BASE + "/" + absent).then().statusCode(404);
        }
    }

    @Test
    void aRefusalAndAnEmergencyAreEntriesToo() {
        var stranger = Colleague.nurseOf("elsewhere-" + UUID.randomUUID());
        stranger.asks().get(grade()).then().statusCode(404);
        stranger.asks()
                .contentType("application/json")
                .body(Map.of("reason", "collapsed in the corridor"))
                .post("/v1/patients/" + patient.patientId() + "/break-glass")
                .then()
                .statusCode(201);

        get(Role.ADMIN, ofPatient() + "&action=C&_sort=-date")
                .then()
                .body("entry[0].resource.outcome", equalTo("0"))
                .body("entry[0].resource.purposeOfEvent[0].text", equalTo("collapsed in the corridor"));
        get(Role.ADMIN, ofPatient() + "&action=R").then().body("entry.resource.outcome", hasItem("4"));
    }

    @Test
    void entriesAreFoundByActionAndTime() {
        var begin = Instant.now();
        get(Role.NURSE, grade()).then().statusCode(200);

        get(Role.ADMIN, ofPatient() + "&action=C").then().body("entry.resource.action", everyItem(equalTo("C")));
        get(Role.ADMIN, ofPatient() + "&action=R,D&date=ge" + begin)
                .then()
                .body("entry", hasSize(1))
                .body("entry[0].resource.recorded", startsWith("20"));
        get(Role.ADMIN, ofPatient() + "&action=U").then().body("entry", nullValue());
        get(Role.ADMIN, ofPatient() + "&date=lt" + begin.minusSeconds(3600))
                .then()
                .body("entry", nullValue());
    }

    @Test
    void aSearchByFormIsAnExecution() {
        As.role(Role.NURSE)
                .contentType("application/x-www-form-urlencoded")
                .body("patient=" + patient.patientId())
                .post("/fhir/r4/EpisodeOfCare/_search")
                .then()
                .statusCode(200);

        get(Role.ADMIN, ofPatient() + "&action=E")
                .then()
                .body("entry", hasSize(1))
                .body("entry[0].resource.subtype[0].code", equalTo("search-type"));
    }

    @Test
    void pagesHoldEveryEntryOnce() {
        for (int time = 0; time < 5; time++) {
            get(Role.PHYSICIAN, grade() + "?at=" + Instant.now().minusSeconds(60L + time));
        }
        for (var sort : List.of("date", "-date")) {
            var ids = new ArrayList<Long>();
            var next = Optional.of(ofPatient() + "&agent=physician&_count=2&_sort=" + sort);
            while (next.isPresent()) {
                var page = get(Role.ADMIN, next.get());
                List<String> found = page.path("entry.resource.id");
                found.forEach(id -> ids.add(Long.parseLong(id.substring("audit".length()))));
                next = Optional.ofNullable(page.path("link.find { it.relation == 'next' }?.url"));
            }
            assertThat(ids)
                    .hasSize(5)
                    .doesNotHaveDuplicates()
                    .isSortedAccordingTo(
                            (one, other) -> sort.equals("date") ? Long.compare(one, other) : Long.compare(other, one));
        }
    }

    @Test
    void onlyAdministratorsReadIt() {
        for (var role : List.of(Role.NURSE, Role.PHYSICIAN, Role.REGISTRY, Role.DASHBOARD, Role.INTEGRATION)) {
            get(role, BASE).then().statusCode(403);
            get(role, BASE + "/audit1").then().statusCode(403);
        }
    }

    /// Whoever reads the trail is in it.
    @Test
    void readingTheTrailIsAnEntry() {
        get(Role.ADMIN, ofPatient()).then().statusCode(200);

        get(Role.ADMIN, BASE + "?agent=admin&action=R&_count=5")
                .then()
                .body("entry.resource.entity.flatten().name", hasItem("GET " + BASE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"action=X", "action=C&action=R", "date=yesterday", "patient=", "entity=1", "_sort=agent"})
    void whatIsNotOfferedIsRefused(String search) {
        get(Role.ADMIN, BASE + "?" + search).then().statusCode(400).body("resourceType", equalTo("OperationOutcome"));
    }
}
