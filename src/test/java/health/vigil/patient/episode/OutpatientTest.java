package health.vigil.patient.episode;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@ServiceTest
class OutpatientTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String QUESTIONS = "Check overdue: caregiver's questions";

    private final String coordinators = "home-" + UUID.randomUUID();
    private WatchedPatient patient;
    private String episode;

    @BeforeEach
    void admit() {
        patient = new WatchedPatient();
        episode = patient.admitEpisode(Duration.ofHours(60));
    }

    private ValidatableResponse goHome(Duration ago) {
        return WatchedPatient.post(
                Role.NURSE,
                "/outpatient",
                episode,
                Map.of("at", patient.ago(ago).toString(), "ward", coordinators, "note", "Lives near by"));
    }

    private static ValidatableResponse openAlerts(String ward) {
        return As.role(Role.NURSE)
                .get("/v1/alerts?ward={ward}&state=open", ward)
                .then()
                .statusCode(200);
    }

    @Test
    void thePatientIsWatchedAtHomeByTheWardOfTheCoordinators() {
        WatchedPatient.episode(episode).body("phase", equalTo("inpatient")).body("outpatientSince", nullValue());

        goHome(HOUR)
                .statusCode(200)
                .body("phase", equalTo("outpatient"))
                .body("outpatientSince", equalTo(patient.ago(HOUR).toString()))
                .body("status", equalTo("active"))
                .body("ward", equalTo(coordinators))
                .body("warnings", notNullValue());

        WatchedPatient.episode(episode).body("phase", equalTo("outpatient"));
        goHome(HOUR).statusCode(409);
    }

    @Test
    void theBoardShowsThePhase() {
        board(patient.ward).body("items.phase", hasItem("inpatient")).body("items[0].outpatientSince", nullValue());

        goHome(HOUR).statusCode(200);

        board(coordinators)
                .body("items.phase", hasItem("outpatient"))
                .body("items.outpatientSince", hasItem(patient.ago(HOUR).toString()));
    }

    private static ValidatableResponse board(String ward) {
        return As.role(Role.NURSE).get("/v1/wards/{ward}/board", ward).then().statusCode(200);
    }

    @Test
    void theEndOfTheEpisodeEndsTheWatch() {
        goHome(HOUR).statusCode(200);

        WatchedPatient.post(
                        Role.NURSE,
                        "/discharge",
                        episode,
                        Map.of("at", patient.ago(Duration.ZERO).toString()))
                .statusCode(200)
                .body("phase", nullValue())
                .body("outpatientSince", nullValue());

        WatchedPatient.episode(episode).body("phase", nullValue()).body("outpatientSince", nullValue());
    }

    @Test
    void withoutAWardItIsRefused() {
        WatchedPatient.post(
                        Role.NURSE,
                        "/outpatient",
                        episode,
                        Map.of("at", patient.ago(HOUR).toString()))
                .statusCode(400)
                .body("violations.field", hasItem("ward"));
    }

    /// The patient is not discharged, so no sentence speaks of a discharge.
    @Test
    void openLinesAskForANote() {
        WatchedPatient.post(
                        Role.NURSE,
                        "/outpatient",
                        episode,
                        Map.of("at", patient.ago(HOUR).toString(), "ward", coordinators))
                .statusCode(200)
                .body("warnings", hasItem("Open lines ask for a reason, and no note gives one"));
    }

    @Test
    void aTimeBeforeTheEpisodeOrInTheFutureIsRefused() {
        goHome(Duration.ofHours(61)).statusCode(400).body("violations.field", hasItem("at"));
        goHome(HOUR.negated()).statusCode(400).body("violations.field", hasItem("at"));
    }

    @Test
    void whatWasMissedTwiceIsAlertedToTheCoordinatorsAndNotToTheWard() {
        goHome(Duration.ofHours(60)).statusCode(200);

        await().untilAsserted(() -> openAlerts(coordinators)
                .body("items.findAll { it.type == 'check-overdue' }.title", hasItem(QUESTIONS))
                .body("items.findAll { it.type == 'check-overdue' }.priority", everyItem(equalTo("medium"))));
        openAlerts(patient.ward).body("items.type", not(hasItem("check-overdue")));
    }

    @Test
    void whatWasMissedOnceIsOverdueAndNotAlerted() {
        goHome(Duration.ofHours(30)).statusCode(200);

        await().untilAsserted(() -> {
            patient.grade().body("overdue.check", hasItem("home-check"));
            openAlerts(coordinators).body("items.title", hasItem("Check overdue: vital signs"));
        });
        openAlerts(coordinators).body("items.title", not(hasItem(QUESTIONS)));
    }

    @Test
    void theAnswersOfACaregiverAreACheck() {
        goHome(Duration.ofHours(30)).statusCode(200);

        patient.postAndAwait(
                HOUR,
                "home-check",
                Map.of("confusion", false, "speech", false, "writing", false, "shaking", false, "drowsiness", false));

        patient.grade().body("overdue.check", not(hasItem("home-check")));
    }

    @Test
    void theLaboratoryIsAskedForAgainOnceThePatientIsAnInpatient() {
        goHome(HOUR).statusCode(200);
        patient.grade().body("overdue.check", not(hasItem("labs")));

        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("reason", "Fever"))
                .delete("/v1/episodes/{id}/outpatient", episode)
                .then()
                .statusCode(200)
                .body("phase", equalTo("inpatient"));

        patient.grade().body("overdue.check", hasItem("labs"));
    }

    @Test
    void whoIsNotAtHomeCannotComeBack() {
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("reason", "Fever"))
                .delete("/v1/episodes/{id}/outpatient", episode)
                .then()
                .statusCode(409);
    }

    /// A reading at home is no check of an inpatient.
    @Test
    void aReadingAtHomeIsACheckOfAnOutpatientOnly() {
        var signs = Map.<String, Object>of(
                "temperature", 36.8, "heartRate", 80, "systolic", 120, "spo2", 97, "setting", "home");
        patient.postAndAwait(Duration.ofMinutes(10), "vital-signs", signs);
        patient.grade().body("overdue.check", hasItem("vital-signs"));

        goHome(HOUR).statusCode(200);

        patient.grade().body("overdue.check", not(hasItem("vital-signs")));
    }
}
