package health.vigil.patient.episode;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/// Discharges and admissions in error.
@ServiceTest
class EpisodeReversalsTest {
    private static final Map<String, Object> REASON = Map.of("reason", "wrong patient");
    private static final Map<String, Object> FEVER = Map.of("temperature", 38.9, "systolic", 80);

    private final WatchedPatient patient = new WatchedPatient();

    private static ValidatableResponse undo(String episode) {
        return As.role(Role.NURSE)
                .contentType(JSON)
                .body(REASON)
                .delete("/v1/episodes/{id}/discharge", episode)
                .then();
    }

    private static ValidatableResponse voided(String episode) {
        return WatchedPatient.post(Role.PHYSICIAN, "/void", episode, REASON);
    }

    @Test
    void anUndoneDischargeIsAsIfItHadNotBeen() {
        var episode = patient.admitEpisode(Duration.ofDays(3));
        patient.postAndAwait(Duration.ofMinutes(20), "vital-signs", FEVER);
        await().untilAsserted(
                        () -> patient.alerts("open").body("items.findAll { it.type == 'crs-grade' }", not(empty())));
        patient.discharge(episode, Duration.ofMinutes(5));
        patient.alerts("open").body("items.findAll { it.type == 'crs-grade' }", empty());

        undo(episode).statusCode(200).body("status", equalTo("active")).body("endedAt", nullValue());

        patient.alerts("open").body("items.findAll { it.type == 'crs-grade' }", not(empty()));
        await().untilAsserted(() -> WatchedPatient.board(patient.ward)
                .body("items[0].crs.grade", equalTo(2))
                .body("items[0].checks", not(empty())));
        As.role(Role.ADMIN)
                .get("/v1/audit?patientId={id}", patient.id)
                .then()
                .body("items.reason", hasItem("wrong patient"));
    }

    @Test
    void onlyTheLatestEndedEpisodeIsOpenedAgain() {
        var first = patient.admitEpisode(Duration.ofDays(9));
        undo(first).statusCode(409);
        patient.discharge(first, Duration.ofDays(5));
        var second = patient.admitEpisode(Duration.ofDays(3));
        undo(first).statusCode(409);
        patient.discharge(second, Duration.ofMinutes(5));

        undo(first).statusCode(409).body("detail", containsString(second));
        voided(second).statusCode(200);
        undo(first).statusCode(200);
    }

    @Test
    void takingBackNeedsAReason() {
        var episode = patient.admitEpisode(Duration.ofDays(3));

        As.role(Role.NURSE)
                .contentType(JSON)
                .delete("/v1/episodes/{id}/discharge", episode)
                .then()
                .statusCode(400);
        WatchedPatient.post(Role.PHYSICIAN, "/void", episode, Map.of())
                .statusCode(400)
                .body("violations.field", hasItem("reason"));
    }

    @Test
    void aVoidedAdmissionLeavesBoardListsAndAlerts() {
        var episode = patient.admitEpisode(Duration.ofDays(3));
        patient.postAndAwait(Duration.ofMinutes(20), "vital-signs", FEVER);
        await().untilAsserted(
                        () -> patient.alerts("open").body("items.findAll { it.type == 'crs-grade' }", not(empty())));

        voided(episode).statusCode(200).body("status", equalTo("voided"));

        WatchedPatient.board(patient.ward).body("items", empty());
        for (var list : Map.of("", 0, "status=ended&", 0, "status=active&", 0, "status=voided&", 1)
                .entrySet()) {
            As.role(Role.NURSE)
                    .get("/v1/episodes?" + list.getKey() + "ward=" + patient.ward)
                    .then()
                    .body("items", hasSize(list.getValue()));
        }
        WatchedPatient.episode(episode)
                .body("voidReason", equalTo("wrong patient"))
                .body("voidedBy", equalTo("physician"));
        As.role(Role.NURSE)
                .get("/v1/alerts?ward={ward}", patient.ward)
                .then()
                .body("items.state", everyItem(equalTo("resolved")))
                .body("items.resolution", hasItem("voided"));
        voided(episode).statusCode(409);
        WatchedPatient.patch(episode, Map.of("bed", "4")).statusCode(409);
        WatchedPatient.patch(episode, Map.of("baseline", Map.of("ice", 9))).statusCode(409);
        WatchedPatient.patch(episode, Map.of("name", "x", "reason", "y")).statusCode(409);
        WatchedPatient.post(
                        Role.NURSE,
                        "/infusions",
                        episode,
                        Map.of("at", patient.ago(Duration.ofDays(1)).toString()))
                .statusCode(409);
        undo(episode).statusCode(409);
    }

    @Test
    void whatAVoidedAdmissionHeldBelongsToTheOtherEpisode() {
        var first = patient.admitEpisode(Duration.ofDays(9));
        patient.discharge(first, Duration.ofDays(5));
        var second = patient.admitEpisode(Duration.ofDays(3));
        patient.postAndAwait(Duration.ofMinutes(20), "vital-signs", FEVER);
        patient.grade().body("episodeId", equalTo(second));

        voided(second).statusCode(200);

        await().untilAsserted(() -> patient.grades()
                .body("items.findAll { it.supersededAt == null && it.grade == 2 }.episodeId", hasItem(first))
                .body("items.findAll { it.supersededAt == null }.episodeId", everyItem(equalTo(first))));
        patient.grade().body("episodeId", equalTo(first)).body("crs.grade", equalTo(2));
    }

    /// Its infusion may be admitted again, and its observations wait for that.
    @Test
    void whatAVoidedAdmissionHeldIsThereForTheNext() {
        var episode = patient.admitEpisode(Duration.ofDays(3));
        patient.postAndAwait(Duration.ofMinutes(20), "vital-signs", FEVER);
        voided(episode).statusCode(200);
        patient.grade().statusCode(404);
        await().untilAsserted(() -> As.role(Role.ADMIN)
                .get("/v1/quarantine?state=open&reason=no-episode&patientId={id}", patient.id)
                .then()
                .body("items.detail", hasItem(containsString("voided"))));
        var waiting = patient.send(Duration.ofMinutes(10), "neuro-check", Map.of("ice", 5));

        var again = patient.admitEpisode(Duration.ofDays(3));

        await().untilAsserted(() -> patient.grade()
                .statusCode(200)
                .body("episodeId", equalTo(again))
                .body("crs.grade", equalTo(2))
                .body("icans.grade", equalTo(2)));
        As.role(Role.NURSE).get("/v1/observations/{id}", waiting).then().body("state", equalTo("applied"));
    }
}
