package health.vigil.patient.episode;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.Eventually.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/// A patient is admitted more than once: each observation belongs to one of the episodes.
@ServiceTest
class ReadmissionTest {
    private final WatchedPatient patient = new WatchedPatient();

    /// Field case 9: an old infusion was entered as two hours ago; discharged and admitted again to correct
    /// it.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theActiveEpisodeHasItsDataAndItsChecksThoughItsInfusionIsEarlier(boolean dataFirst) {
        var wrong = patient.admitEpisode(Duration.ofHours(2));
        if (dataFirst) {
            patient.postAndAwait(Duration.ofMinutes(90), "vital-signs", Map.of("temperature", 38.9, "systolic", 80));
        }
        patient.discharge(wrong, Duration.ofMinutes(1));
        var right = patient.admitEpisode(Duration.ofDays(3));
        if (!dataFirst) {
            patient.postAndAwait(Duration.ofMinutes(90), "vital-signs", Map.of("temperature", 38.9, "systolic", 80));
        }
        patient.postAndAwait(Duration.ofMinutes(80), "neuro-check", Map.of("ice", 5));

        await().untilAsserted(() -> patient.grade()
                .body("episodeId", equalTo(right))
                .body("day", equalTo(3))
                .body("crs.grade", equalTo(2))
                .body("crs.flags", not(hasItem("fever-within-6h-of-infusion")))
                .body("icans.grade", equalTo(2)));
        await().untilAsserted(() -> WatchedPatient.board(patient.ward)
                .body("items", hasSize(1))
                .body("items[0].episodeId", equalTo(right))
                .body("items[0].checks.check", hasItems("vital-signs", "ice")));
        await().untilAsserted(() -> patient.alerts("open")
                .body("items.findAll { it.type == 'check-overdue' }.episodeId", not(hasSize(0)))
                .body("items.findAll { it.type == 'check-overdue' }.episodeId", everyItem(equalTo(right)))
                .body("items.findAll { it.type == 'crs-grade' }.episodeId", hasItem(right)));
        patient.grades().body("items.findAll { it.supersededAt == null }.episodeId", everyItem(equalTo(right)));
    }

    @Test
    void twoEpisodesOfAPatientHaveNotTheSameInfusion() {
        var infusedAt = patient.ago(Duration.ofHours(60));
        patient.discharge(patient.admitEpisode(Duration.ofHours(60)), Duration.ofMinutes(5));

        patient.admit("new-" + patient.id, infusedAt)
                .statusCode(409)
                .body("detail", containsString("undo its discharge"));
        patient.admit("new-" + patient.id, infusedAt.plusSeconds(1)).statusCode(201);
    }

    /// A readmission for the same therapy, with a slightly different infusion time.
    @ParameterizedTest
    @ValueSource(ints = {-60, 60})
    void whoIsReadmittedIsHeardInTheNewWard(int seconds) {
        var infusedAt = patient.ago(Duration.ofHours(60));
        patient.discharge(patient.admitEpisode(Duration.ofHours(60)), Duration.ofMinutes(30));
        var again = patient.admit("new-" + patient.id, infusedAt.plusSeconds(seconds))
                .statusCode(201)
                .extract()
                .<String>path("id");

        patient.postAndAwait(Duration.ofMinutes(20), "vital-signs", Map.of("temperature", 39.2, "systolic", 82));
        patient.postAndAwait(
                Duration.ofMinutes(10), "vasopressor", Map.of("agent", "norepinephrine", "action", "started"));

        await().untilAsserted(
                        () -> patient.grade().body("episodeId", equalTo(again)).body("crs.grade", equalTo(3)));
        await().untilAsserted(() -> As.role(Role.NURSE)
                .get("/v1/alerts?patientId={id}", patient.id)
                .then()
                .body("items.findAll { it.type == 'crs-grade' }.ward", hasItem("new-" + patient.id))
                .body("items.findAll { it.type == 'crs-grade' }.ward", everyItem(equalTo("new-" + patient.id))));
        WatchedPatient.board("new-" + patient.id).body("items[0].checks", not(hasSize(0)));
    }

    /// Late data after the discharge belongs to the ended stay, until another one is nearer.
    @Test
    void lateDataOfAnEndedStayStaysThere() {
        var first = patient.admitEpisode(Duration.ofDays(30));
        patient.discharge(first, Duration.ofDays(20));
        var second = patient.admitEpisode(Duration.ofDays(2));

        patient.postAndAwait(Duration.ofDays(19), "vital-signs", Map.of("temperature", 38.9, "systolic", 80));

        for (var look : List.of(Map.entry(19, first), Map.entry(1, second))) {
            As.role(Role.NURSE)
                    .queryParam(
                            "at",
                            patient.ago(Duration.ofDays(look.getKey()))
                                    .plusSeconds(60)
                                    .toString())
                    .get("/v1/patients/{id}/grade", patient.id)
                    .then()
                    .body("episodeId", equalTo(look.getValue()));
        }
        patient.grade().body("crs.grade", equalTo((Object) null));
    }

    /// A query about earlier knowledge always has the same answer: a later admission was not known then.
    @Test
    void aLaterAdmissionChangesNoAnswerOfBefore() {
        var first = patient.admitEpisode(Duration.ofDays(30));
        patient.discharge(first, Duration.ofDays(5));
        patient.postAndAwait(Duration.ofDays(2), "vital-signs", Map.of("temperature", 38.9, "systolic", 80));
        var at = patient.ago(Duration.ofHours(47)).toString();
        var before = Map.<String, Object>of("at", at, "knownAt", Instant.now().toString());
        patient.grade(before).body("episodeId", equalTo(first)).body("crs.grade", equalTo(2));

        var second = patient.admitEpisode(Duration.ofDays(3));

        await().untilAsserted(() -> patient.grade(Map.of("at", at))
                .body("episodeId", equalTo(second))
                .body("crs.grade", equalTo(2)));
        patient.grade(before).statusCode(200).body("episodeId", equalTo(first)).body("crs.grade", equalTo(2));
    }

    @Test
    void whatWasKnownOfAnAdmissionBeforeItWasVoidedIsToldStill() {
        var voided = patient.admitEpisode(Duration.ofDays(3));
        patient.postAndAwait(Duration.ofHours(1), "vital-signs", Map.of("temperature", 38.9, "systolic", 80));
        var at = patient.ago(Duration.ofMinutes(30)).toString();
        var before = Map.<String, Object>of("at", at, "knownAt", Instant.now().toString());
        patient.grade(before).body("episodeId", equalTo(voided)).body("crs.grade", equalTo(2));

        WatchedPatient.post(Role.PHYSICIAN, "/void", voided, Map.of("reason", "of another patient"))
                .statusCode(200);

        await().untilAsserted(() -> As.role(Role.ADMIN)
                .get("/v1/quarantine?state=open&patientId={id}", patient.id)
                .then()
                .body("items", hasSize(1)));
        patient.grade(before).statusCode(200).body("episodeId", equalTo(voided)).body("crs.grade", equalTo(2));
        patient.grade().statusCode(404);
    }

    /// A query is answered even if the admission was entered after the time asked for.
    @Test
    void beforeAnyAdmissionWasKnownTheFirstIsAnswered() {
        var only = patient.admitEpisode(Duration.ofDays(3));
        var before = patient.ago(Duration.ofHours(1)).toString();

        patient.grade(Map.of("at", before, "knownAt", before)).statusCode(200).body("episodeId", equalTo(only));
    }
}
