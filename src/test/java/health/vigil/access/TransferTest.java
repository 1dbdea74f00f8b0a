package health.vigil.access;

import health.vigil.ServiceTest;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.alert.AlertListener;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

/// A patient moves from one ward to another while both wards follow the alert stream.
@ServiceTest
class TransferTest {
    @Test
    void theWardThatTakesThePatientOverTakesTheAlertsOver() {
        var patient = AdmittedPatient.daysAgo(3);
        var taking = Colleague.nurseOf("taking-" + UUID.randomUUID());
        var leaving = Colleague.nurseOf(patient.ward());
        var alert = FeverReading.of(patient).getFirst();
        leaving.asks().get("/v1/alerts/" + alert).then().statusCode(200);
        taking.asks().get("/v1/alerts/" + alert).then().statusCode(404);

        move(patient, wardOf(taking));

        leaving.asks().get("/v1/alerts/" + alert).then().statusCode(404);
        leaving.asks()
                .get("/v1/alerts?state=open")
                .then()
                .body("items.findAll { it.type != 'patient-moved' }", hasSize(0));
        taking.asks().get("/v1/alerts").then().body("items.id", hasItem(alert));
        taking.sends("{}")
                .post("/v1/alerts/" + alert + "/acknowledgement")
                .then()
                .statusCode(200);
        leaving.asks()
                .get("/v1/patients/" + patient.patientId() + "/grade")
                .then()
                .statusCode(404);
    }

    @Test
    void anOpenStreamHearsNothingOfAPatientWhoHasLeftAndTheNewWardHearsItAll() {
        var patient = AdmittedPatient.daysAgo(3);
        var taking = Colleague.nurseOf("taking-" + UUID.randomUUID());
        var leaving = Colleague.nurseOf(patient.ward());
        try (var left = AlertListener.to(leaving.token(), "", Map.of());
                var taken = AlertListener.to(taking.token(), "", Map.of())) {
            var alert = FeverReading.of(patient).getFirst();
            left.awaitEvents(1);
            assertThat(taken.events()).isEmpty();
            move(patient, wardOf(taking));
            taken.awaitEvents(1);
            await().untilAsserted(() ->
                    assertThat(left.events()).anyMatch(event -> event.data().contains("patient-moved")));
            var heardBefore = left.events().size();

            taking.sends("{}").post("/v1/alerts/" + alert + "/acknowledgement");

            await().untilAsserted(() ->
                    assertThat(taken.events()).anyMatch(event -> event.name().equals("acknowledged")));
            assertThat(left.events()).hasSize(heardBefore);
        }
    }

    @Test
    void whoeverResumesIsNotToldOfAnotherWard() {
        var patient = AdmittedPatient.daysAgo(3);
        FeverReading.of(patient);
        var other = Colleague.nurseOf("other-" + UUID.randomUUID());

        try (var stream = AlertListener.to(other.token(), "?after=0", Map.of());
                var asked = AlertListener.to(other.token(), "?after=0&ward=" + patient.ward(), Map.of())) {
            var own = AdmittedPatient.into(wardOf(other));
            FeverReading.of(own);
            stream.awaitEvents(1);

            assertThat(stream.events()).allMatch(event -> event.data().contains(own.patientId()));
            assertThat(asked.events()).isEmpty();
            await().untilAsserted(() -> assertThat(asked.comments())
                    .as("ended: %s", asked.ended())
                    .anyMatch(comment -> comment.contains("heartbeat")));
        }
    }

    @Test
    void aStreamEndsWithItsCredential() {
        var nurse = Colleague.nurseOf("ending-" + UUID.randomUUID());
        try (var stream = AlertListener.to(nurse.token(), "", Map.of())) {
            As.role(Role.ADMIN).delete("/v1/accounts/" + nurse.username());

            await().until(stream::ended);
        }
    }

    private static String wardOf(Colleague nurse) {
        return nurse.asks().get("/v1/session").path("wards[0]");
    }

    private static void move(AdmittedPatient patient, String ward) {
        As.role(Role.NURSE)
                .contentType("application/merge-patch+json")
                .body(Map.of("ward", ward))
                .patch("/v1/episodes/" + patient.episodeId())
                .then()
                .statusCode(200);
    }
}
