package health.vigil.patient.episode;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

@ServiceTest
class AdmissionTest {
    private static final Instant INFUSED_AT = Instant.parse("2026-03-01T10:00:00Z");

    private static Map<String, Object> form() {
        return AdmittedPatient.form("p-" + UUID.randomUUID(), "north", INFUSED_AT);
    }

    private static ValidatableResponse post(Object form) {
        return As.role(Role.NURSE)
                .contentType(JSON)
                .body(form)
                .post("/v1/episodes")
                .then();
    }

    @Test
    void anAdmissionIsAnsweredWithItsPlaceAndReadableThere() {
        var form = form();

        var location = post(form).statusCode(201).extract().header("Location");

        As.role(Role.PHYSICIAN)
                .get(location)
                .then()
                .statusCode(200)
                .body("patientId", equalTo(form.get("patientId")))
                .body("status", equalTo("active"))
                .body("weight", equalTo(71.5f))
                .body("baseline.systolic", equalTo(125))
                .body("infusedAt", equalTo("2026-03-01T10:00:00Z"));
    }

    @Test
    void quantitiesAreConverted() {
        var form = form();
        form.put("baseline", Map.of("temperature", Map.of("value", 98.6, "unit", "[degF]")));
        form.put("weight", Map.of("value", 70000, "unit", "g"));

        post(form).statusCode(201).body("baseline.temperature", equalTo(37)).body("weight", equalTo(70));
    }

    @Test
    void theJourneyIsKept() {
        var form = form();
        form.put("journey", List.of(Map.of("phase", "leukapheresis", "startedAt", "2026-01-05T08:00:00+01:00")));

        post(form)
                .statusCode(201)
                .body("journey[0].phase", equalTo("leukapheresis"))
                .body("journey[0].startedAt", equalTo("2026-01-05T07:00:00Z"));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        post(Map.of("patientId", "no spaces", "birthDate", "17.5.1961", "surprise", 1, "baseline", Map.of("ice", 11)))
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "violations.field",
                        hasItems(
                                "patientId",
                                "birthDate",
                                "surprise",
                                "ward",
                                "bed",
                                "product",
                                "infusedAt",
                                "baseline.ice"));
    }

    @ParameterizedTest
    @CsvSource({"temperature,24.9", "temperature,45.1", "systolic,29", "spo2,100.5", "oxygenFlow,81", "capd,33"})
    void aBaselineThatCannotBeTrueIsRefused(String field, double value) {
        var form = form();
        form.put("baseline", Map.of(field, value));

        post(form).statusCode(400).body("violations.field", hasItem("baseline." + field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T10:00:00", "yesterday", "2026-02-30T10:00:00Z", "2026-03-01 10:00:00Z"})
    void anInfusionWithoutAnExactTimeIsRefused(String infusedAt) {
        var form = form();
        form.put("infusedAt", infusedAt);

        post(form).statusCode(400).body("violations.field", hasItem("infusedAt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1957", "1957-06"})
    void aBirthDateIsTakenAsFarAsItIsKnown(String birthDate) {
        var form = form();
        form.put("birthDate", birthDate);

        var location = post(form)
                .statusCode(201)
                .body("birthDate", equalTo(birthDate))
                .body("birthDateEstimated", equalTo(true))
                .extract()
                .header("Location");

        As.role(Role.NURSE).get(location).then().body("birthDate", equalTo(birthDate));
    }

    @ParameterizedTest
    @ValueSource(strings = {"57", "1957-6", "1957-13", "1957-00", "1849", "1957-06-31", "+1957", "19570"})
    void aBirthDateThatIsNoneIsRefused(String birthDate) {
        var form = form();
        form.put("birthDate", birthDate);

        post(form).statusCode(400).body("violations.field", hasItem("birthDate"));
    }

    @Test
    void patientsWhoseBedsAreNotKnownShareNone() {
        var ward = "ward-" + UUID.randomUUID();
        for (var patient : List.of("p-" + UUID.randomUUID(), "p-" + UUID.randomUUID())) {
            var form = AdmittedPatient.form(patient, ward, INFUSED_AT);
            form.put("bed", "unknown");
            post(form).statusCode(201).body("warnings", hasSize(0));
        }

        As.role(Role.NURSE)
                .get("/v1/wards/{ward}/board", ward)
                .then()
                .body("items.sharesBedWith.flatten()", hasSize(0));
    }

    @Test
    void whoIsPutIntoATakenBedIsWarnedOf() {
        var ward = "ward-" + UUID.randomUUID();
        var first = AdmittedPatient.into(ward);

        var second = post(AdmittedPatient.form("p-" + UUID.randomUUID(), ward, INFUSED_AT))
                .statusCode(201)
                .body("warnings", contains("Bed 12 of " + ward + " also holds " + first.patientId()))
                .extract()
                .jsonPath();

        As.role(Role.NURSE)
                .get("/v1/wards/{ward}/board", ward)
                .then()
                .body(
                        "items.find { it.patientId == '%s' }.sharesBedWith".formatted(first.patientId()),
                        contains(second.getString("patientId")));
        As.role(Role.NURSE)
                .contentType("application/merge-patch+json")
                .body("{\"bed\": \"13\"}")
                .patch("/v1/episodes/{id}", second.getString("id"))
                .then()
                .statusCode(200)
                .body("warnings", hasSize(0));
        As.role(Role.NURSE)
                .get("/v1/wards/{ward}/board", ward)
                .then()
                .body("items.sharesBedWith.flatten()", hasSize(0));
    }

    @Test
    void nobodyIsBornAfterTheInfusion() {
        var form = form();
        form.put("birthDate", "2026-03-02");

        post(form).statusCode(400).body("violations.field", hasItem("birthDate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"patientId\": \"a\", \"patientId\": \"b\"}", "{} trailing", "[]", "{", "\"text\""})
    void whatIsNotOneObjectIsRefused(String body) {
        post(body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aPatientHasOneActiveEpisode() {
        var form = form();
        post(form).statusCode(201);

        post(form).statusCode(409).contentType("application/problem+json");
    }

    @Test
    void oneOfManyAdmissionsAtOnceWins() throws Exception {
        var form = form();
        Callable<Integer> admission = () -> post(form).extract().statusCode();

        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var answer : threads.invokeAll(List.of(admission, admission, admission, admission))) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    void aPatientIsAdmittedAgainAfterADischarge() {
        var first = AdmittedPatient.admit(form());
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("at", "2026-03-15T10:00:00Z", "note", "Home"))
                .post("/v1/episodes/{id}/discharge", first.episodeId())
                .then()
                .statusCode(200)
                .body("status", equalTo("ended"))
                .body("endedAt", equalTo("2026-03-15T10:00:00Z"));
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("at", "2026-03-15T10:00:00Z"))
                .post("/v1/episodes/{id}/discharge", first.episodeId())
                .then()
                .statusCode(409);

        post(AdmittedPatient.form(first.patientId(), "north", INFUSED_AT.plusSeconds(5_000_000)))
                .statusCode(201);
    }

    @Test
    void nobodyIsDischargedBeforeTheEpisodeBegan() {
        var planned = Instant.now().plus(Duration.ofDays(2));
        var patients = List.of(
                AdmittedPatient.daysAgo(3),
                AdmittedPatient.admit(AdmittedPatient.form("p-" + UUID.randomUUID(), "north", planned)));

        for (var patient : patients) {
            discharge(patient, Instant.now().minus(Duration.ofDays(4)))
                    .statusCode(400)
                    .body("violations.field", contains("at"));
            discharge(patient, Instant.now()).statusCode(200);
        }
    }

    private static ValidatableResponse discharge(AdmittedPatient patient, Instant at) {
        return As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("at", at.toString()))
                .post("/v1/episodes/{id}/discharge", patient.episodeId())
                .then();
    }

    @Test
    void aPatchOfNothingAtAllIsRefused() {
        As.role(Role.NURSE)
                .contentType(JSON)
                .patch("/v1/episodes/{id}", AdmittedPatient.daysAgo(1).episodeId())
                .then()
                .statusCode(400);
    }

    @Test
    void aMoveChangesWardAndBedOnly() {
        var patient = AdmittedPatient.daysAgo(1);

        As.role(Role.NURSE)
                .contentType("application/merge-patch+json")
                .body("{\"ward\": \"icu\", \"bed\": \"3\"}")
                .patch("/v1/episodes/{id}", patient.episodeId())
                .then()
                .statusCode(200)
                .body("ward", equalTo("icu"))
                .body("bed", equalTo("3"))
                .body("baseline.ice", equalTo(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": \"x\"}", "{\"ward\": null}", "{\"ward\": \"\"}", "{\"baseline\": 3}"})
    void aPatchThatIsWrongIsRefused(String patch) {
        var patient = AdmittedPatient.daysAgo(1);

        As.role(Role.NURSE)
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch("/v1/episodes/{id}", patient.episodeId())
                .then()
                .statusCode(400);
    }

    @Test
    void listsRunPageByPageToTheEnd() {
        var ward = "ward-" + UUID.randomUUID();
        var expected =
                List.of(AdmittedPatient.into(ward), AdmittedPatient.into(ward), AdmittedPatient.into(ward)).stream()
                        .map(AdmittedPatient::patientId)
                        .toList();

        var found = new ArrayList<String>();
        var next = "/v1/episodes?status=active&limit=2&ward=" + ward;
        while (!next.isEmpty()) {
            var page = As.role(Role.NURSE).urlEncodingEnabled(false).get(next);
            found.addAll(page.jsonPath().getList("items.patientId"));
            var link = page.header("Link");
            next = link == null ? "" : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aListOfNothingIsEmpty() {
        As.role(Role.NURSE)
                .get("/v1/episodes?ward=nowhere-" + UUID.randomUUID())
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=gone", "cursor=none", "limit=0", "limit=x", "limit=100000", "ward=%00"})
    void aQueryThatCannotBeReadIsRefused(String query) {
        As.role(Role.NURSE)
                .urlEncodingEnabled(false)
                .get("/v1/episodes?" + query)
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "11111111-1111-1111-1111-111111111111", "%00"})
    void anUnknownEpisodeIsNotFound(String id) {
        As.role(Role.NURSE)
                .urlEncodingEnabled(false)
                .get("/v1/episodes/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void onlyCliniciansAdmit() {
        for (var role : List.of(Role.ADMIN, Role.DASHBOARD, Role.DEVICE, Role.INTEGRATION)) {
            As.role(role)
                    .contentType(JSON)
                    .body(form())
                    .post("/v1/episodes")
                    .then()
                    .statusCode(403)
                    .body("type", endsWith("blank"));
        }
    }
}
