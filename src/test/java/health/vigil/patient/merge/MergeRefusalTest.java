package health.vigil.patient.merge;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/// Merges that are refused, by the state of the numbers and by the rights of the user.
@ServiceTest
class MergeRefusalTest {
    private static final Duration INFUSED = Duration.ofDays(3);
    private static final Duration SOON = Duration.ofMinutes(10);

    private final NumberedPatient into = NumberedPatient.fresh();
    private final NumberedPatient old = into.other(false);

    private static void admitAndDischarge(NumberedPatient patient) {
        admitAndDischarge(patient, INFUSED);
    }

    private static void admitAndDischarge(NumberedPatient patient, Duration infused) {
        patient.discharge(patient.admitEpisode(infused), Duration.ofMinutes(2));
    }

    private ValidatableResponse post(Map<String, Object> body) {
        return As.role(Role.NURSE)
                .contentType(JSON)
                .body(body)
                .post("/v1/patients/{number}/merge", old.number())
                .then();
    }

    @Test
    void whatIsMissingOrUnknownIsNamed() {
        admitAndDischarge(old);
        into.admitEpisode(INFUSED);

        post(Map.of("into", into.number())).statusCode(400).body("violations.field", hasItem("reason"));
        post(Map.of("reason", "x")).statusCode(400).body("violations.field", hasItem("into"));
        post(Map.of("into", "a b", "reason", "x")).statusCode(400).body("violations.field", hasItem("into"));
        post(Map.of("into", into.number(), "reason", "x", "more", 1))
                .statusCode(400)
                .body("violations.field", hasItem("more"));
        post(Map.of("into", old.number(), "reason", "x")).statusCode(400).body("violations.field", hasItem("into"));
        post(Map.of("into", into.number(), "reason", " ")).statusCode(400).body("violations.field", hasItem("reason"));
        post(Map.of("into", "nobody-" + UUID.randomUUID(), "reason", "x")).statusCode(404);
        NumberedPatient.fresh().merge(into).statusCode(404);
        into.grade().body("patientId", equalTo(into.number()));
        old.takeBack().statusCode(404);
        old.merge(into).statusCode(200);
        As.role(Role.NURSE)
                .delete("/v1/patients/{number}/merge", old.number())
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("reason"));
        As.role(Role.NURSE)
                .delete("/v1/patients/{number}/merge?reason=two", old.number())
                .then()
                .statusCode(200)
                .body("merges[0].takenBackReason", equalTo("two"));
        old.takeBack().statusCode(404);
    }

    @Test
    void twoActiveEpisodesAreNamedAndNotMerged() {
        var one = old.admitEpisode(INFUSED);
        var other = into.admitEpisode(INFUSED);

        old.merge(into).statusCode(409).body("episodes", hasItems(one, other));

        old.grade().body("patientId", equalTo(old.number()));
        old.discharge(one, Duration.ofMinutes(1));
        old.merge(into).statusCode(200);
    }

    @Test
    void thereAreNoChains() {
        var third = into.other(false);
        admitAndDischarge(old);
        admitAndDischarge(into);
        third.admitEpisode(INFUSED);
        old.merge(into).statusCode(200);

        old.merge(third).statusCode(409).body("into", equalTo(into.number()));
        third.merge(old).statusCode(409).body("into", equalTo(into.number()));
        into.merge(old).statusCode(409).body("into", equalTo(into.number()));
        into.merge(third).statusCode(409).body("old", equalTo(old.number()));
        third.grade().body("patientId", equalTo(third.number()));
        old.takeBack().statusCode(200);
        old.merge(third).statusCode(200);
        into.merge(third).statusCode(200).body("numbers", hasItems(old.number(), into.number(), third.number()));
    }

    @Test
    void theAlarmsOfAPatientWhoIsWatchedDoNotEndWithADeathUnderAnotherNumber() {
        admitAndDischarge(old);
        var death = old.postAndAwait(SOON, "death", Map.of("cause", "other"));
        into.admitEpisode(INFUSED);

        old.merge(into).statusCode(409).body("observationId", equalTo(death));

        old.postAndAwait(SOON, "retraction", Map.of("observationId", death, "reason", "another patient"));
        old.merge(into).statusCode(200);
    }

    /// The record would be applied as soon as the number has an episode.
    @Test
    void neitherDoTheyEndWithADeathThatWaits() {
        var death = old.send(SOON, "death", Map.of("cause", "other"));
        await().untilAsserted(
                        () -> NumberedPatient.observation(death).statusCode(200).body("state", equalTo("quarantined")));
        into.admitEpisode(INFUSED);

        old.merge(into).statusCode(409).body("observationId", equalTo(death));

        into.grade().body("patientId", equalTo(into.number())).body("crs.reason", not(equalTo("died")));
    }

    /// A client that got no response repeats its request.
    @Test
    void askingAgainForWhatIsDoneChangesNothing() {
        admitAndDischarge(old);
        into.admitEpisode(INFUSED);
        old.merge(into).statusCode(200);

        old.merge(into).statusCode(200).body("merges", hasSize(1));
    }

    /// The hospital's own number becomes known after the number of the admission.
    @Test
    void aNumberUnderWhichOnlyRecordsWaitIsMergedInto() {
        old.admitEpisode(INFUSED);
        var early = into.send(SOON, "vital-signs", NumberedPatient.SEVERE);
        await().untilAsserted(
                        () -> NumberedPatient.observation(early).statusCode(200).body("state", equalTo("quarantined")));

        old.merge(into).statusCode(200).body("numbers", equalTo(List.of(into.number(), old.number())));

        NumberedPatient.awaitApplied(early);
        old.grade().body("patientId", equalTo(into.number())).body("crs.grade", equalTo(2));
        into.grade().body("crs.grade", equalTo(2));
        old.takeBack().statusCode(200);
        old.grade().body("patientId", equalTo(old.number())).body("crs.grade", nullValue());
        await().untilAsserted(
                        () -> NumberedPatient.observation(early).statusCode(200).body("state", equalTo("quarantined")));
        into.admitEpisode(INFUSED);
        NumberedPatient.awaitApplied(early);
        into.grade().body("crs.grade", equalTo(2));
    }

    @Test
    void twoNumbersOfNobodyWhoWasAdmittedAreNotMerged() {
        for (var number : List.of(old, into)) {
            number.send(SOON, "vital-signs", NumberedPatient.WELL);
        }

        old.merge(into).statusCode(404);
    }

    @Test
    void whoeverDoesNotSeeBothIsToldOfNeither() {
        admitAndDischarge(old);
        into.admitEpisode(INFUSED);
        var ofInto = Colleague.nurseOf(into.ward());
        var ofOld = Colleague.nurseOf(old.ward());
        var both = Colleague.of(Role.NURSE, Map.of("wards", List.of(into.ward(), old.ward())));

        old.merge(ofInto.asks(), into, "mine").statusCode(404);
        old.merge(ofOld.asks(), into, "mine").statusCode(404);
        old.merge(both.asks(), into, "one person").statusCode(200);
        old.takeBack(ofOld.asks()).statusCode(404);
        old.takeBack(ofInto.asks()).statusCode(403);
        old.takeBack(both.asks()).statusCode(200);
    }

    /// The stay in the foreign ward would be within the time of the attacker's own ward.
    @Test
    void aFormerStayIsNotOpenedByMerging() {
        var foreign = new NumberedPatient(old.number(), "foreign-" + UUID.randomUUID(), old.now());
        var hidden = foreign.admitEpisode(Duration.ofDays(2));
        var secret = foreign.postAndAwait(Duration.ofDays(1), "vital-signs", NumberedPatient.SEVERE);
        foreign.discharge(hidden, Duration.ofMinutes(5));
        var here = new NumberedPatient(old.number(), into.ward(), old.now());
        admitAndDischarge(here, Duration.ofMinutes(4));
        into.admitEpisode(INFUSED);
        var attacker = Colleague.nurseOf(into.ward());
        attacker.asks().get("/v1/observations/{id}", secret).then().statusCode(404);

        old.merge(attacker.asks(), into, "let me see").statusCode(403);

        attacker.asks().get("/v1/observations/{id}", secret).then().statusCode(404);
        attacker.asks()
                .get("/v1/patients/{id}/observations", into.number())
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void emergencyAccessNeitherMergesNorOutlastsAMerge() {
        admitAndDischarge(old);
        into.admitEpisode(INFUSED);
        var colleague = Colleague.nurseOf(old.ward());
        colleague
                .sends(Map.of("reason", "arrest"))
                .post("/v1/patients/{id}/break-glass", into.number())
                .then()
                .statusCode(201);
        colleague.asks().get("/v1/patients/{id}/grade", into.number()).then().statusCode(200);

        old.merge(colleague.asks(), into, "mine").statusCode(403);
        old.merge(into).statusCode(200);

        for (var number : List.of(old.number(), into.number())) {
            colleague.asks().get("/v1/patients/{id}/grade", number).then().statusCode(404);
        }
        colleague
                .sends(Map.of("reason", "arrest"))
                .post("/v1/patients/{id}/break-glass", old.number())
                .then()
                .statusCode(201);
        for (var number : List.of(old.number(), into.number())) {
            colleague.asks().get("/v1/patients/{id}/grade", number).then().statusCode(200);
        }
    }

    /// Data of the former merged patient is not visible to users of only one of the two numbers.
    @Test
    void whatWasKnownWhileTheyWereOneIsNotSeenThroughTheOther() {
        var former = old.admitEpisode(Duration.ofDays(20));
        old.discharge(former, Duration.ofDays(10));
        into.admitEpisode(INFUSED);
        old.merge(into).statusCode(200);
        var together = java.time.Instant.now();
        old.takeBack().statusCode(200);
        var ofOld = Colleague.nurseOf(old.ward());

        ofOld.asks().get("/v1/patients/{id}/grade", old.number()).then().statusCode(200);
        ofOld.asks()
                .get("/v1/patients/{id}/grade?knownAt=" + together, old.number())
                .then()
                .statusCode(404);
        ofOld.asks()
                .get("/v1/patients/{id}/treatments?knownAt=" + together, old.number())
                .then()
                .statusCode(404);
    }

    /// A user of the old ward only cannot enter data for a patient who has moved.
    @Test
    void observationsAreEnteredForTheWardWhereThePatientIs() {
        admitAndDischarge(old);
        into.admitEpisode(INFUSED);
        old.merge(into).statusCode(200);
        var body = old.body("o-" + UUID.randomUUID(), SOON, "vital-signs", NumberedPatient.WELL);

        Colleague.nurseOf(old.ward())
                .sends(body)
                .post("/v1/observations")
                .then()
                .statusCode(404);
        Colleague.nurseOf(into.ward())
                .sends(body)
                .post("/v1/observations")
                .then()
                .statusCode(202);
    }
}
