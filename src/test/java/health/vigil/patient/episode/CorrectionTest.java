package health.vigil.patient.episode;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/// The facts of an admission are corrected, and the history of earlier knowledge stays.
@ServiceTest
class CorrectionTest {
    private static final Map<String, Object> FEVER = Map.of("temperature", 38.9, "systolic", 80);

    private final WatchedPatient patient = new WatchedPatient();

    /// Field case 9, without the detour.
    @Test
    void aCorrectedInfusionRegradesTheEpisode() {
        var episode = patient.admitEpisode(Duration.ofHours(2));
        patient.postAndAwait(Duration.ofHours(5), "vital-signs", FEVER);
        patient.postAndAwait(Duration.ofHours(1), "vital-signs", Map.of("temperature", 38.4, "systolic", 118));
        patient.grade().body("day", not(equalTo(3))).body("crs.flags", hasItem("fever-within-6h-of-infusion"));
        var before = Instant.now();

        WatchedPatient.patch(
                        episode,
                        Map.of(
                                "infusedAt",
                                patient.ago(Duration.ofDays(3)).toString(),
                                "reason",
                                "The form began with now"))
                .statusCode(200)
                .body("infusedAt", equalTo(patient.ago(Duration.ofDays(3)).toString()));

        patient.grade().body("day", equalTo(3)).body("crs.flags", not(hasItem("fever-within-6h-of-infusion")));
        patient.grade(Map.of("at", patient.ago(Duration.ofHours(4)).toString())).body("crs.grade", equalTo(2));
        patient.grade(Map.of("at", patient.ago(Duration.ofHours(4)).toString(), "knownAt", before.toString()))
                .body("crs.grade", nullValue());
        patient.grades()
                .body("items.findAll { it.correction != null }.correction.reason", hasItem("The form began with now"))
                .body("items.findAll { it.correction != null }.correction.by", everyItem(equalTo("nurse")));
        await().untilAsserted(() ->
                WatchedPatient.board(patient.ward).body("items[0].checks.check", hasItems("vital-signs", "ice")));
        WatchedPatient.episode(episode)
                .body("versions", hasSize(2))
                .body("versions[0].cause", equalTo("correction"))
                .body("versions[0].by", equalTo("nurse"))
                .body("versions[1].cause", equalTo("admission"));
        As.role(Role.ADMIN)
                .get("/v1/audit?patientId={id}", patient.id)
                .then()
                .body("items.reason", hasItem("The form began with now"));
    }

    /// Each patch sets one part; the others keep the values of the other patches.
    @Test
    void patchesOfOneBaselineAtOnceAreAllKept() throws Exception {
        var form = AdmittedPatient.form(patient.id, patient.ward, patient.ago(Duration.ofDays(3)));
        form.put("baseline", Map.of("temperature", 36.5));
        var episode = patient.admit(form).statusCode(201).extract().<String>path("id");
        var parts = Map.<String, Object>of("systolic", 140, "diastolic", 85, "spo2", 95, "ice", 8, "oxygenFlow", 2);
        var patches = parts.entrySet().stream()
                .<Callable<Integer>>map(part ->
                        () -> WatchedPatient.patch(episode, Map.of("baseline", Map.of(part.getKey(), part.getValue())))
                                .extract()
                                .statusCode())
                .toList();

        try (var threads = Executors.newFixedThreadPool(parts.size())) {
            for (var answer : threads.invokeAll(patches)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }

        var baseline = WatchedPatient.episode(episode).extract().<Map<String, Object>>path("baseline");
        assertThat(baseline).containsAllEntriesOf(parts).containsKey("temperature");
    }

    @Test
    void anInfusionThatIsMovedLaterTakesItsHistoryAlong() {
        var episode = patient.admitEpisode(Duration.ofDays(3));
        patient.postAndAwait(Duration.ofHours(50), "vital-signs", FEVER);
        patient.grade(Map.of("at", patient.ago(Duration.ofHours(49)).toString()))
                .body("crs.grade", equalTo(2));

        WatchedPatient.patch(
                        episode,
                        Map.of("infusedAt", patient.ago(Duration.ofHours(10)).toString(), "reason", "typo"))
                .statusCode(200);

        patient.grade(Map.of("at", patient.ago(Duration.ofHours(49)).toString()))
                .body("crs.grade", nullValue());
        patient.grades()
                .body("items.findAll { it.supersededAt == null && it.syndrome == 'crs' && it.grade == 2 }", empty());
    }

    @Test
    void aCorrectedBirthDateChangesToolAndLimit() {
        var form = AdmittedPatient.form(patient.id, patient.ward, patient.ago(Duration.ofDays(3)));
        form.put("baseline", Map.of());
        var episode = patient.admit(form).statusCode(201).extract().<String>path("id");
        patient.postAndAwait(Duration.ofMinutes(10), "vital-signs", Map.of("temperature", 38.9, "systolic", 79));
        patient.grade().body("crs.grade", equalTo(2));
        var years = Integer.parseInt(patient.ago(Duration.ZERO).toString().substring(0, 4)) - 4;

        WatchedPatient.patch(episode, Map.of("birthDate", String.valueOf(years), "reason", "A child"))
                .statusCode(200)
                .body("birthDate", equalTo(String.valueOf(years)))
                .body("birthDateEstimated", equalTo(true));

        patient.grade().body("crs.grade", equalTo(1)).body("crs.basis.finding.join(' ')", containsString("estimated"));
        await().untilAsserted(() -> WatchedPatient.board(patient.ward)
                .body("items[0].checks.check", hasItem("capd"))
                .body("items[0].checks.check", not(hasItem("ice")))
                .body("items[0].birthDateEstimated", equalTo(true)));
    }

    @Test
    void aCorrectedWeightCountsForTheDoses() {
        var episode = patient.admitEpisode(Duration.ofDays(3));
        patient.postAndAwait(Duration.ofMinutes(30), "medication", Map.of("drug", "tocilizumab", "dose", 560));
        patient.alerts("open").body("items.findAll { it.type == 'dose-limit' }", empty());

        WatchedPatient.patch(episode, Map.of("weight", 40, "name", "Ada W.", "sex", "male", "reason", "Weighed"))
                .statusCode(200)
                .body("weight", equalTo(40))
                .body("name", equalTo("Ada W."))
                .body("sex", equalTo("male"));

        await().untilAsserted(
                        () -> patient.alerts("open").body("items.findAll { it.type == 'dose-limit' }", hasSize(1)));
    }

    @Test
    void aCorrectionNeedsAReason() {
        var episode = patient.admitEpisode(Duration.ofDays(3));

        WatchedPatient.patch(episode, Map.of("name", "Ada"))
                .statusCode(400)
                .body("violations.field", hasItem("reason"));
    }

    @Test
    void whatCannotBeSoIsRefused() {
        var episode = patient.admitEpisode(Duration.ofDays(3));

        WatchedPatient.patch(
                        episode,
                        correction(
                                "infusedAt", patient.ago(Duration.ofHours(-1)).toString()))
                .statusCode(400)
                .body("violations.field", hasItem("infusedAt"));
        WatchedPatient.patch(
                        episode,
                        correction(
                                "birthDate",
                                patient.ago(Duration.ofDays(1)).toString().substring(0, 10)))
                .statusCode(400)
                .body("violations.field", hasItem("birthDate"));
        WatchedPatient.patch(episode, correction("infusedAt", "1900-01-01T00:00:00Z"))
                .statusCode(400);
        patient.discharge(episode, Duration.ofHours(5));
        WatchedPatient.patch(
                        episode,
                        correction("infusedAt", patient.ago(Duration.ofHours(4)).toString()))
                .statusCode(400)
                .body("violations.message", hasItem(containsString("discharge")));
        var second = patient.admitEpisode(Duration.ofHours(1));
        WatchedPatient.patch(
                        second,
                        correction("infusedAt", patient.ago(Duration.ofDays(3)).toString()))
                .statusCode(409);
    }

    private static Map<String, Object> correction(String field, String value) {
        return Map.of(field, value, "reason", "typo");
    }

    /// A correction moves observations from one episode to another, where they are graded.
    @Test
    void aCorrectedInfusionSortsTheOtherEpisodeAnew() {
        var first = patient.admitEpisode(Duration.ofDays(9));
        patient.discharge(first, Duration.ofDays(5));
        var second = patient.admitEpisode(Duration.ofDays(3));
        patient.postAndAwait(Duration.ofDays(6), "vital-signs", FEVER);
        var at = Map.<String, Object>of(
                "at", patient.ago(Duration.ofDays(6)).plusSeconds(60).toString());
        patient.grade(at).body("episodeId", equalTo(first)).body("crs.grade", equalTo(2));

        WatchedPatient.patch(
                        second,
                        correction("infusedAt", patient.ago(Duration.ofDays(7)).toString()))
                .statusCode(200);

        patient.grade(at).body("episodeId", equalTo(second)).body("crs.grade", equalTo(2));
        patient.grades()
                .body(
                        "items.findAll { it.supersededAt == null && it.grade == 2 }.episodeId",
                        everyItem(equalTo(second)));
    }

    @Test
    void aFurtherInfusionIsAnEventOfTheEpisode() {
        var episode = patient.admitEpisode(Duration.ofDays(3));
        patient.postAndAwait(Duration.ofHours(3), "vital-signs", Map.of("temperature", 38.4, "systolic", 118));
        patient.grade().body("crs.flags", not(hasItem("fever-within-6h-of-infusion")));
        var before = Instant.now();
        var at = patient.ago(Duration.ofHours(5)).toString();

        WatchedPatient.post(
                        Role.NURSE, "/infusions", episode, Map.of("at", at, "product", "axi-cel", "note", "the rest"))
                .statusCode(201)
                .body("infusions[0].at", equalTo(at))
                .body("infusions[0].product", equalTo("axi-cel"))
                .body("infusions[0].enteredBy", equalTo("nurse"));

        patient.grade().body("day", equalTo(3)).body("crs.flags", hasItem("fever-within-6h-of-infusion"));
        patient.grade(Map.of("knownAt", before.toString()))
                .body("crs.flags", not(hasItem("fever-within-6h-of-infusion")));
        WatchedPatient.board(patient.ward).body("items[0].furtherInfusions", hasItem(at));
        WatchedPatient.episode(episode).body("versions[0].cause", equalTo("infusion"));
    }

    @Test
    void anInfusionThatCannotBeSoIsRefused() {
        var episode = patient.admitEpisode(Duration.ofDays(3));
        var at = patient.ago(Duration.ofDays(1)).toString();
        infusion(episode, at, 201);

        infusion(episode, at, 409);
        infusion(episode, patient.ago(Duration.ofDays(3)).toString(), 409);
        infusion(episode, patient.ago(Duration.ofDays(4)).toString(), 409);
        infusion(episode, patient.ago(Duration.ofHours(-1)).toString(), 400);
        WatchedPatient.patch(
                        episode,
                        correction("infusedAt", patient.ago(Duration.ofHours(5)).toString()))
                .statusCode(409);
        patient.discharge(episode, Duration.ofHours(5));
        infusion(episode, patient.ago(Duration.ofHours(4)).toString(), 409);
        infusion(episode, patient.ago(Duration.ofHours(6)).toString(), 201);
    }

    private static void infusion(String episode, String at, int status) {
        WatchedPatient.post(Role.PHYSICIAN, "/infusions", episode, Map.of("at", at))
                .statusCode(status);
    }
}
