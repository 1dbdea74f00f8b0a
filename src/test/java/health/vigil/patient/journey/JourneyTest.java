package health.vigil.patient.journey;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/// Journeys before the infusion through the API.
@ServiceTest
class JourneyTest {
    private WaitingPatient patient = new WaitingPatient();

    @BeforeEach
    void refer() {
        patient = WaitingPatient.referred();
    }

    private static JsonPath list(Role role, String query) {
        return As.role(role)
                .get("/v1/journeys" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void aJourneyBeginsBeforeThereIsAnEpisode() {
        var read = patient.read();

        assertThat(read.getString("row.state")).isEqualTo("referred");
        assertThat(read.getString("row.patientId")).isEqualTo(patient.patientId);
        assertThat(read.getString("facts.identity.coiId")).isEqualTo(patient.coiId);
        assertThat(read.getString("row.since")).isEqualTo(patient.ago(Duration.ofDays(60)));
        assertThat(read.getString("history[0].kind")).isEqualTo("facts");
        assertThat(read.getString("history[0].by"))
                .isEqualTo(As.issued(Role.COORDINATOR).username());
        assertThat(patient.isAdmitted()).isFalse();
    }

    @Test
    void theWaitingListSaysWhoWaitsForWhat() {
        var row = "items.find { it.id == '" + patient.journey + "' }";

        var list = list(Role.COORDINATOR, "?ward=" + patient.ward);

        assertThat(list.getString(row + ".next.step")).isEqualTo("decide on the referral");
        assertThat(list.getString(row + ".next.owner")).isEqualTo("coordinator");
        assertThat(list.getList(row + ".checksOpen.id")).contains("J-1", "J-3");
        assertThat(list.getBoolean(row + ".ready")).isFalse();
    }

    @Test
    void theWaitingListSaysWhyAJourneyIsOnHold() {
        var row = "items.find { it.id == '" + patient.journey + "' }";
        assertThat(list(Role.NURSE, "?ward=" + patient.ward).getString(row + ".reason"))
                .isNull();

        patient.step("on-hold", Map.of("reason", "fever", "reviewAt", "2099-01-01T00:00:00Z"))
                .statusCode(200);

        assertThat(list(Role.INTEGRATION, "?coiId=" + patient.coiId).getString("items[0].reason"))
                .isNull();
        assertThat(list(Role.NURSE, "?ward=" + patient.ward).getString(row + ".reason"))
                .isEqualTo("fever");
    }

    @Test
    void theSoonestNextStepComesFirst() {
        var sooner = new WaitingPatient();
        var facts = new HashMap<>(sooner.facts());
        facts.put("ward", patient.ward);
        facts.put(
                "apheresis",
                Map.of("plannedAt", Instant.now().plus(Duration.ofDays(1)).toString()));
        sooner.journey = sooner.begin(facts).statusCode(201).extract().path("row.id");
        sooner.step("collection-planned", Map.of()).statusCode(200);

        assertThat(list(Role.NURSE, "?ward=" + patient.ward).getList("items.id"))
                .containsExactly(sooner.journey, patient.journey);
        assertThat(list(Role.NURSE, "?ward=" + patient.ward + "&limit=1").getList("items.id"))
                .containsExactly(sooner.journey);
        assertThat(list(Role.NURSE, "?ward=" + patient.ward + "&state=referred").getList("items.id"))
                .containsExactly(patient.journey);
    }

    @Test
    void thePagesOfTheWaitingListFollowEachOther() {
        var second = new WaitingPatient();
        var facts = new HashMap<>(second.facts());
        facts.put("ward", patient.ward);
        second.begin(facts).statusCode(201);

        var first = As.role(Role.NURSE).get("/v1/journeys?limit=1&ward=" + patient.ward);
        var link = first.header("Link");
        var next = As.role(Role.NURSE)
                .urlEncodingEnabled(false)
                .get(link.substring(1, link.indexOf('>')))
                .jsonPath();

        assertThat(next.getList("items")).hasSize(1);
        assertThat(next.getList("items.id"))
                .doesNotContainAnyElementsOf(first.jsonPath().getList("items.id"));
    }

    @Test
    void whatIsOverIsListedOnRequest() {
        patient.step("cancelled", Map.of("cause", "progression")).statusCode(200);

        assertThat(list(Role.NURSE, "?ward=" + patient.ward).getList("items")).isEmpty();
        assertThat(list(Role.NURSE, "?ward=" + patient.ward + "&state=cancelled")
                        .getList("items.id"))
                .containsExactly(patient.journey);
        assertThat(list(Role.NURSE, "?patientId=" + patient.patientId).getList("items.id"))
                .containsExactly(patient.journey);
    }

    @Test
    void factsAreMerged() {
        patient.patch(Map.of("facts", Map.of("waiting", Map.of("ecog", 1, "diseaseControl", "stable"))))
                .statusCode(200);
        patient.patch(Map.of("facts", Map.of("waiting", Map.of("ecog", 2)))).statusCode(200);

        var read = patient.read();
        assertThat(read.getInt("facts.waiting.ecog")).isEqualTo(2);
        assertThat(read.getString("facts.waiting.diseaseControl")).isEqualTo("stable");
        assertThat(read.getString("row.diseaseControl")).isEqualTo("stable");
    }

    @Test
    void nullRemovesAFact() {
        var facts = new HashMap<String, Object>();
        facts.put("indication", null);
        patient.patch(Map.of("facts", facts)).statusCode(200);
        assertThat(patient.read().getString("facts.indication")).isNull();

        facts.put("ward", null);
        patient.patch(Map.of("facts", facts)).statusCode(400).body("violations.field", hasItem("facts.ward"));
    }

    @Test
    void aRecordedIdentifierIsChangedWithAReason() {
        var change = Map.of("facts", Map.of("identity", Map.of("productLot", "LOT-9")));

        patient.patch(new HashMap<>(change)).statusCode(400).body("violations.field", hasItem("reason"));
        assertThat(patient.read().getString("facts.identity.productLot")).isEqualTo(patient.lot);

        var reasoned = new HashMap<String, Object>(change);
        reasoned.put("reason", "mistyped");
        patient.patch(reasoned).statusCode(200);
        assertThat(patient.read().getList("history.reason")).contains("mistyped");
    }

    @Test
    void thePatientOfAJourneyIsNotChanged() {
        patient.patch(Map.of("facts", Map.of("patientId", "p-2")))
                .statusCode(400)
                .body("violations.field", hasItem("facts.patientId"));
    }

    @Test
    void whatWasKnownBeforeCanBeRead() {
        var before = patient.read().getString("history[0].recordedAt");
        patient.step("accepted", Map.of()).statusCode(200);

        var then = As.role(Role.COORDINATOR)
                .queryParam("knownAt", before)
                .get("/v1/journeys/{id}", patient.journey)
                .jsonPath();

        assertThat(then.getString("row.state")).isEqualTo("referred");
        assertThat(patient.read().getString("row.state")).isEqualTo("accepted");
        As.role(Role.COORDINATOR)
                .queryParam("knownAt", patient.ago(Duration.ofDays(1)))
                .get("/v1/journeys/{id}", patient.journey)
                .then()
                .statusCode(404);
    }

    @Test
    void aStepBackNeedsAReason() {
        patient.step("collected", Map.of()).statusCode(200);

        patient.step("accepted", Map.of()).statusCode(409).body("detail", containsString("needs a reason"));
        assertThat(patient.read().getString("row.state")).isEqualTo("collected");
        patient.step("accepted", Map.of("reason", "too few cells")).statusCode(200);
        assertThat(patient.read().getList("states.reason")).contains("too few cells");
    }

    @Test
    void anInfusionIsNoStep() {
        patient.step("infused", Map.of("reason", "done")).statusCode(409);
    }

    @Test
    void aChangeThatIsRefusedWritesNothing() {
        patient.patch(Map.of(
                        "facts", Map.of("trial", "T-1"),
                        "state", Map.of("to", "ready")))
                .statusCode(409);

        assertThat(patient.read().getString("facts.trial")).isNull();
    }

    @Test
    void theCustodyIsChecked() {
        patient.custody("collected", Duration.ofDays(35), "Apheresis unit", "Plant")
                .statusCode(201);
        assertThat(patient.check("J-3")).isEqualTo("open");

        patient.custody("received-by-manufacturer", Duration.ofDays(34), "Other plant", "")
                .statusCode(201);
        assertThat(patient.check("J-3")).isEqualTo("stop");
    }

    @Test
    void whatLeavesItsPlaceNamesTheNext() {
        patient.custody("shipped", Duration.ofDays(1), "Plant", "")
                .statusCode(400)
                .body("violations.field", hasItem("to"));
        patient.custody("infused", Duration.ofDays(1), "Ward", "")
                .statusCode(400)
                .body("violations.field", hasItem("what"));
        patient.custody("stored", Duration.ofDays(-2), "Ward", "")
                .statusCode(400)
                .body("violations.field", hasItem("at"));
    }

    @Test
    void twoUsersConfirmTheIdentity() {
        var now = Map.<String, Object>of(
                "coiId", patient.coiId, "patientId", patient.patientId, "birthDate", "1961-05-17");
        patient.post(Role.NURSE, "/identity", now).statusCode(201);
        patient.post(Role.NURSE, "/identity", now).statusCode(201);
        assertThat(patient.check("J-1")).isEqualTo("open");

        patient.post(Role.PHYSICIAN, "/identity", now).statusCode(201);
        assertThat(patient.check("J-1")).isEqualTo("green");
    }

    @Test
    void aReadingThatDiffersIsRecordedAndStops() {
        patient.confirm(Role.NURSE, "COI-of-somebody").statusCode(201);

        assertThat(patient.check("J-1")).isEqualTo("stop");
        assertThat(patient.read().getList("identityReadings.coiId")).containsExactly("COI-of-somebody");
    }

    @Test
    void aReadingHasTwoIdentifiers() {
        patient.post(Role.NURSE, "/identity", Map.of("coiId", patient.coiId, "patientId", patient.patientId))
                .statusCode(400)
                .body("violations.field", hasItem("birthDate"));
    }

    @Test
    void oneDoseOfTocilizumabIsNotReadyUntilAPhysicianDecides() {
        patient.deliver();
        patient.answerAll();
        patient.answer("tocilizumab", Map.of("answer", "yes", "count", 1)).statusCode(201);
        patient.step("ready", Map.of()).statusCode(409).body("detail", containsString("tocilizumab: 1 of at least 2"));

        var decision = Map.<String, Object>of("target", "tocilizumab", "reason", "second dose in pharmacy, 20 min");
        patient.post(Role.NURSE, "/overrides", decision).statusCode(403);
        patient.post(Role.COORDINATOR, "/overrides", decision).statusCode(403);
        patient.post(Role.PHYSICIAN, "/overrides", Map.of("target", "tocilizumab"))
                .statusCode(400);
        patient.post(Role.PHYSICIAN, "/overrides", decision).statusCode(201);

        patient.step("ready", Map.of()).statusCode(200);
        assertThat(patient.read().getString("overrides[0].reason")).isEqualTo("second dose in pharmacy, 20 min");
        patient.answer("tocilizumab", Map.of("answer", "yes", "count", 2)).statusCode(201);
        assertThat(patient.read().getString("overrides[0].by"))
                .isEqualTo(As.issued(Role.PHYSICIAN).username());
    }

    @ParameterizedTest
    @CsvSource({"J-1", "J-2", "J-3", "J-4", "J-5", "J-9", "identity", "none"})
    void noCheckIsOverridden(String target) {
        patient.post(Role.PHYSICIAN, "/overrides", Map.of("target", target, "reason", "in a hurry"))
                .statusCode(400)
                .body("violations.field", hasItem("target"));
        assertThat(patient.read().getList("overrides")).isEmpty();
    }

    @Test
    void anItemThatIsMetIsNotOverridden() {
        patient.answer("consent", Map.of("answer", "yes")).statusCode(201);
        patient.post(Role.PHYSICIAN, "/overrides", Map.of("target", "consent", "reason", "in advance"))
                .statusCode(409);
    }

    @Test
    void aDecisionEndsWithAChangedIdentity() {
        var item = "readiness.items.find { it.item == 'tocilizumab' }.override";
        patient.post(Role.PHYSICIAN, "/overrides", Map.of("target", "tocilizumab", "reason", "in pharmacy"))
                .statusCode(201);
        assertThat(patient.read().getString(item + ".reason")).isEqualTo("in pharmacy");

        patient.patch(Map.of("facts", Map.of("waiting", Map.of("ecog", 1)))).statusCode(200);
        assertThat(patient.read().getString(item + ".reason")).isEqualTo("in pharmacy");
        patient.patch(Map.of("facts", Map.of("identity", Map.of("productLot", "LOT-9")), "reason", "another product"))
                .statusCode(200);
        assertThat(patient.read().getString(item)).isNull();
        assertThat(patient.read().getList("overrides")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bagIds | ['B-1', 'B-2', 'B-9']",
                "din | ['DIN-1']",
                "apheresisIds | ['A-1']",
                "productIds | ['P-1']",
                "sec | 'SEC-1'"
            })
    void onceTheBagsAreListedTheirSourcesChangeWithAReason(String field, String value) {
        var change = "{'facts': {'identity': {'" + field + "': " + value + "}}";
        patched(change + "}").statusCode(400).body("violations.field", hasItem("reason"));
        patched(change + ", 'reason': 'another label'}").statusCode(200);
    }

    private ValidatableResponse patched(String body) {
        return As.role(Role.COORDINATOR)
                .contentType("application/merge-patch+json")
                .body(body.replace('\'', '"'))
                .patch("/v1/journeys/{id}", patient.journey)
                .then();
    }

    @Test
    void aWrongEventOfTheCustodyIsCorrectedWithAReason() {
        patient.deliver();
        patient.custody("stored", Duration.ofDays(1), "Ward freezer", "").statusCode(201);
        assertThat(patient.check("J-3")).isEqualTo("stop");
        var wrong = patient.read().getString("custody[4].id");
        var right = new HashMap<String, Object>(Map.of(
                "what",
                "stored",
                "at",
                patient.ago(Duration.ofDays(1)),
                "place",
                "Cell laboratory",
                "corrects",
                wrong));

        patient.post(Role.COORDINATOR, "/custody", right).statusCode(400).body("violations.field", hasItem("reason"));
        right.put("reason", "wrong freezer");
        patient.post(Role.COORDINATOR, "/custody", right).statusCode(201);
        var read = patient.read();
        assertThat(read.getString("checks.find { it.id == 'J-3' }.state")).isEqualTo("green");
        assertThat(read.getList("custody")).hasSize(5);
        assertThat(read.getString("custody[4].corrects")).isEqualTo(wrong);
        assertThat(read.getList("history.reason")).contains("wrong freezer");
        patient.post(Role.COORDINATOR, "/custody", right).statusCode(400).body("violations.field", hasItem("corrects"));
    }

    @Test
    void onlyAPhysicianWritesTheDecisionAboutADeviation() {
        var deviation = new HashMap<String, Object>(Map.of("parameter", "viability", "value", 68, "limit", 70));
        patient.patch(Map.of("facts", Map.of("outOfSpecification", deviation))).statusCode(200);
        assertThat(patient.check("J-4")).isEqualTo("stop");

        deviation.put("decision", "use-under-expanded-access");
        var decided = Map.<String, Object>of("facts", Map.of("outOfSpecification", deviation));
        patient.patch(decided).statusCode(403);
        patient.patch(Role.NURSE, decided).statusCode(403);
        var removed = new HashMap<String, Object>();
        removed.put("outOfSpecification", null);
        patient.patch(Map.of("facts", removed)).statusCode(403);
        patient.patch(Role.PHYSICIAN, decided).statusCode(200);
        assertThat(patient.read().getBoolean("row.outOfSpecification")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | item",
                "{'item': 'consent'} | answer",
                "{'item': 'consent', 'answer': 'maybe'} | answer",
                "{'item': 'pregnancy', 'answer': 'not-applicable'} | note",
                "{'item': 'none', 'answer': 'yes'} | item",
                "{'item': 'identity', 'answer': 'yes'} | item",
                "{'item': 'consent', 'answer': 'yes', 'by': 'me'} | by",
            })
    void anAnswerSaysWhatItHasTo(String body, String field) {
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(body.replace('\'', '"'))
                .post("/v1/journeys/{id}/readiness", patient.journey)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));
    }

    @Test
    void outOfSpecificationIsMarkedForEver() {
        var outcome = Map.of("manufacturing", Map.of("outcome", "out-of-specification"));
        patient.patch(Map.of("facts", outcome)).statusCode(400).body("violations.field", hasItem("reason"));
        patient.patch(Map.of("facts", outcome, "reason", "viability")).statusCode(200);
        assertThat(patient.check("J-4")).isEqualTo("stop");

        var decided = Map.of(
                "parameter", "viability",
                "value", 68,
                "limit", 70,
                "decision", "use-under-expanded-access",
                "physician", "Dr X",
                "reference", "FDA-1");
        patient.patch(Role.PHYSICIAN, Map.of("facts", Map.of("outOfSpecification", decided)))
                .statusCode(200);
        assertThat(patient.check("J-4")).isEqualTo("stop");

        patient.patch(Map.of(
                        "facts",
                        Map.of("outOfSpecification", Map.of("patientConsentAt", patient.ago(Duration.ofDays(1))))))
                .statusCode(200);
        assertThat(patient.check("J-4")).isEqualTo("green");
        assertThat(patient.read().getList("checks.find { it.id == 'J-4' }.notes"))
                .isEqualTo(List.of("OOS"));
        assertThat(patient.read().getBoolean("row.outOfSpecification")).isTrue();
    }

    @Test
    void theSameProductTwiceStopsBoth() {
        var other = new WaitingPatient();
        var facts = new HashMap<>(other.facts());
        facts.put("identity", Map.of("coiId", patient.coiId));
        other.journey = other.begin(facts).statusCode(201).extract().path("row.id");

        assertThat(patient.check("J-9")).isEqualTo("stop");
        assertThat(other.check("J-9")).isEqualTo("stop");
    }

    @Test
    void aJourneyOfAnotherWardIsNotThere() {
        var stranger = Colleague.nurseOf("elsewhere");

        assertThat(stranger.asks().get("/v1/journeys").jsonPath().getList("items.id"))
                .doesNotContain(patient.journey);
        stranger.asks().get("/v1/journeys/{id}", patient.journey).then().statusCode(404);
        stranger.asks()
                .get("/v1/patients/{id}/journey", patient.patientId)
                .then()
                .statusCode(404);
        stranger.sends(Map.of("what", "stored", "place", "x"))
                .post("/v1/journeys/{id}/custody", patient.journey)
                .then()
                .statusCode(404);
        stranger.sends(new WaitingPatient().facts()).post("/v1/journeys").then().statusCode(404);
    }

    @Test
    void aCoordinatorOfTheWardKeepsItsJourneys() {
        var keeper = Colleague.of(Role.COORDINATOR, Map.of("wards", List.of(patient.ward)));

        keeper.asks().get("/v1/journeys/{id}", patient.journey).then().statusCode(200);
        keeper.asks()
                .contentType("application/merge-patch+json")
                .body(Map.of("facts", Map.of("ward", "elsewhere")))
                .patch("/v1/journeys/{id}", patient.journey)
                .then()
                .statusCode(404);
        keeper.sends(Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "patientId",
                        patient.patientId,
                        "kind",
                        "vital-signs",
                        "effectiveAt",
                        patient.start.toString(),
                        "temperature",
                        37))
                .post("/v1/observations")
                .then()
                .statusCode(403);
    }

    @Test
    void theCellLaboratoryFindsAJourneyByItsProductOnly() {
        As.role(Role.INTEGRATION).get("/v1/journeys").then().statusCode(400).body("violations.field", hasItem("coiId"));
        assertThat(list(Role.INTEGRATION, "?coiId=" + patient.coiId).getList("items.id"))
                .containsExactly(patient.journey);
        patient.post(Role.INTEGRATION, "/custody", Map.of("what", "stored", "place", "Cell laboratory"))
                .statusCode(201);
    }

    @Test
    void aJourneyRaisesNoAlert() {
        patient.confirm(Role.NURSE, "COI-of-somebody").statusCode(201);

        As.role(Role.NURSE)
                .get("/v1/alerts?patientId=" + patient.patientId)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void theLineOfAPatientHasItsJourneys() {
        As.role(Role.NURSE)
                .get("/v1/patients/{id}/journey", patient.patientId)
                .then()
                .statusCode(200)
                .body("patientId", equalTo(patient.patientId))
                .body("journeys.row.id", equalTo(List.of(patient.journey)))
                .body("episodes", empty());
    }

    @Test
    void theStationsOfAnEpisodeWithoutAJourneyAreRead() {
        var form = AdmittedPatient.form("p-" + UUID.randomUUID(), patient.ward, patient.start);
        form.put("journey", List.of(Map.of("phase", "leukapheresis", "startedAt", patient.ago(Duration.ofDays(35)))));
        var admitted = AdmittedPatient.admit(form);

        As.role(Role.COORDINATOR)
                .get("/v1/patients/{id}/journey", admitted.patientId())
                .then()
                .statusCode(200)
                .body("journeys", empty())
                .body("episodes[0].episodeId", equalTo(admitted.episodeId()))
                .body("episodes[0].stations[0].phase", equalTo("leukapheresis"));
    }

    @Test
    void everyChangeIsInTheAuditTrail() {
        patient.step("collected", Map.of()).statusCode(200);
        patient.step("accepted", Map.of("reason", "too few cells")).statusCode(200);

        As.role(Role.ADMIN)
                .queryParam("patientId", patient.patientId)
                .get("/v1/audit")
                .then()
                .body("items.action", hasItem("PATCH /v1/journeys/" + patient.journey))
                .body("items.reason", hasItem("too few cells"));
    }

    @Test
    void whatIsMissingOrUnknownIsNamed() {
        patient.begin(Map.of("ward", "x", "colour", "red"))
                .statusCode(400)
                .body("violations.field", hasItem("patientId"))
                .body("violations.field", hasItem("birthDate"))
                .body("violations.field", hasItem("product"))
                .body("violations.field", hasItem("colour"));
        patient.patch(Map.of("facts", Map.of("lymphodepletion", Map.of("to", patient.ago(Duration.ofDays(9))))))
                .statusCode(400)
                .body("violations.field", hasItem("facts.lymphodepletion.to"));
    }
}
