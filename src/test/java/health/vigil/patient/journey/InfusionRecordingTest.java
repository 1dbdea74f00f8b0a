package health.vigil.patient.journey;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.store.HospitalSettings;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/// The infusion of a journey opens an episode, or nothing is recorded.
@ServiceTest
class InfusionRecordingTest {
    @Inject
    DataSource database;

    @Inject
    HospitalSettings hospital;

    private WaitingPatient patient = new WaitingPatient();

    @BeforeEach
    void prepare() {
        patient = WaitingPatient.ready();
    }

    private JsonPath episode() {
        return As.role(Role.NURSE)
                .get("/v1/episodes/{id}", patient.read().getString("row.episodeId"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void requireNothingRecorded() {
        var read = patient.read();
        assertThat(read.getString("row.state")).isEqualTo("ready");
        assertThat(read.getList("infusions")).isEmpty();
        assertThat(read.getList("history.kind")).doesNotContain("infusion");
        assertThat(read.getString("row.episodeId")).isNull();
    }

    @Test
    void theInfusionOpensTheEpisode() {
        patient.infuse("B-1", "B-2").statusCode(201).header("Location", containsString("/v1/episodes/"));

        var episode = episode();
        assertThat(episode.getString("patientId")).isEqualTo(patient.patientId);
        assertThat(episode.getString("infusedAt")).isEqualTo(patient.start.toString());
        assertThat(episode.getString("ward")).isEqualTo(patient.ward);
        assertThat(episode.getString("bed")).isEqualTo("12");
        assertThat(episode.getString("birthDate")).isEqualTo("1961-05-17");
        assertThat(episode.getDouble("weight")).isEqualTo(71.5);
        assertThat(episode.getInt("baseline.ice")).isEqualTo(10);
        assertThat(episode.getList("journey.phase"))
                .containsExactly("leukapheresis", "genetic-engineering", "lymphodepletion", "infusion");
        var read = patient.read();
        assertThat(read.getString("row.state")).isEqualTo("infused");
        assertThat(read.getList("infusions[0].signatures"))
                .containsExactlyInAnyOrder(
                        As.issued(Role.NURSE).username(),
                        As.issued(Role.PHYSICIAN).username());
        assertThat(read.getList("custody.what").getLast()).isEqualTo("infused");
        assertThat(read.getString("custody[-1].place")).isEqualTo("Cell laboratory");
        assertThat(read.getString("intervals.find { it.name == 'vein-to-vein' }.days"))
                .isEqualTo("35.0");
    }

    @Test
    void theMonitorKnowsTheEpisode() {
        patient.infuse("B-1").statusCode(201);

        As.role(Role.NURSE)
                .get("/v1/patients/{id}/grade", patient.patientId)
                .then()
                .statusCode(200)
                .body("episodeId", equalTo(patient.read().getString("row.episodeId")));
    }

    @Test
    void theRecordOfThePatientHasTheJourney() {
        patient.infuse("B-1").statusCode(201);

        As.role(Role.PHYSICIAN)
                .get("/v1/patients/{id}/record", patient.patientId)
                .then()
                .statusCode(200)
                .body(containsString("\"record\":\"journey\""))
                .body(containsString("\"record\":\"journey-entry\""))
                .body(containsString(patient.coiId));
    }

    @Test
    void theWardOfTheEpisodeSeesTheJourney() {
        patient.infuse("B-1").statusCode(201);
        var other = "ward-" + patient.journey;
        As.role(Role.NURSE)
                .contentType("application/merge-patch+json")
                .body(Map.of("ward", other))
                .patch("/v1/episodes/{id}", patient.read().getString("row.episodeId"))
                .then()
                .statusCode(200);

        Colleague.nurseOf(other)
                .asks()
                .get("/v1/journeys/{id}", patient.journey)
                .then()
                .statusCode(200);
    }

    @Test
    void aBagOfAnotherLotIsNotInfused() {
        patient.infuse("B-1", "B-9")
                .statusCode(409)
                .body("detail", containsString("J-2 bags of the lot: bag B-9 is not in the lot"));

        assertThat(patient.isAdmitted()).isFalse();
        requireNothingRecorded();
    }

    @Test
    void aGapInTheCustodyStopsTheInfusion() {
        patient.custody("stored", Duration.ofDays(1), "Ward freezer", "").statusCode(201);

        patient.infuse("B-1").statusCode(409).body("detail", containsString("J-3 custody without a gap"));

        assertThat(patient.isAdmitted()).isFalse();
        requireNothingRecorded();
    }

    @Test
    void withoutReadinessThereIsNoInfusion() {
        patient.answer("consent", Map.of("answer", "no")).statusCode(201);

        patient.infuse("B-1").statusCode(409).body("detail", containsString("not ready: consent: no"));

        assertThat(patient.isAdmitted()).isFalse();
        requireNothingRecorded();
    }

    @Test
    void aReadingThatDiffersStopsTheInfusion() {
        patient.confirm(Role.PHYSICIAN, "COI-of-somebody").statusCode(201);

        patient.infuse("B-1").statusCode(409).body("detail", containsString("J-1 identity of product and patient"));

        requireNothingRecorded();
    }

    @Test
    void aJourneyThatIsNotReadyIsNotInfused() {
        patient.step("on-hold", Map.of("reason", "fever", "reviewAt", "2099-01-01T00:00:00Z"))
                .statusCode(200);

        patient.infuse("B-1").statusCode(409).body("detail", containsString("on-hold, not ready"));
        assertThat(patient.isAdmitted()).isFalse();
    }

    @Test
    void aPatientWhoIsWatchedAlreadyIsNotAdmittedTwice() {
        var form = AdmittedPatient.form(patient.patientId, patient.ward, patient.start.minus(Duration.ofDays(1)));
        AdmittedPatient.admit(form);

        patient.infuse("B-1").statusCode(409).body("detail", containsString("has an active episode"));

        requireNothingRecorded();
    }

    @Test
    void theInfusionIsRecordedOnce() {
        patient.infuse("B-1").statusCode(201);
        patient.infuse("B-1").statusCode(409).body("detail", containsString("recorded already"));

        assertThat(patient.read().getList("infusions")).hasSize(1);
    }

    @Test
    void ofTwoRequestsAtOnceOneOpensTheEpisode() throws Exception {
        Callable<Integer> infusion = () -> patient.infuse("B-1").extract().statusCode();
        var statuses = new ArrayList<Integer>();
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var answer : both.invokeAll(List.of(infusion, infusion))) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(201, 409);
        assertThat(patient.read().getList("infusions")).hasSize(1);
    }

    /// The database fails after the episode was written.
    @Test
    void whatFailsHalfwayLeavesNeitherEpisodeNorInfusion() throws SQLException {
        var name = "fails_" + patient.journey.replace("-", "");
        run("create function " + name
                + "() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$");
        run("create trigger " + name + " before insert on journey_entry for each row when (new.kind = 'infusion' and"
                + " new.journey_id = '" + patient.journey + "') execute function " + name + "()");
        try {
            assertThat(patient.infuse("B-1").extract().statusCode()).isGreaterThanOrEqualTo(500);
        } finally {
            run("drop trigger " + name + " on journey_entry");
            run("drop function " + name + "()");
        }

        assertThat(patient.isAdmitted()).isFalse();
        requireNothingRecorded();
        patient.infuse("B-1").statusCode(201);
    }

    private void run(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    @Test
    void aVoidedAdmissionLetsTheJourneyGoBack() {
        patient.infuse("B-1").statusCode(201);
        patient.step("ready", Map.of("reason", "wrong bag")).statusCode(409);
        voidAdmission();

        patient.step("ready", Map.of("reason", "wrong bag", "at", patient.start.toString()))
                .statusCode(200);
        assertThat(patient.read().getBoolean("infusions[0].stands")).isFalse();
        patient.infuse("B-2").statusCode(201);

        assertThat(patient.read().getList("infusions.stands")).containsExactly(false, true);
    }

    private Map<String, Object> record(Instant premedication) {
        return Map.of(
                "bed",
                "12",
                "bags",
                List.of(Map.of("bagId", "B-1", "startedAt", patient.start.toString())),
                "premedication",
                List.of(
                        Map.of("drug", "paracetamol", "at", premedication.toString()),
                        Map.of("drug", "other", "drugName", "clemastine")),
                "reaction",
                Map.of("signs", List.of("none")));
    }

    private List<Map<String, Object>> medications() {
        return As.role(Role.NURSE)
                .get("/v1/patients/{id}/observations?kind=medication", patient.patientId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    @Test
    void thePremedicationIsCharted() {
        var given = patient.start.minus(Duration.ofMinutes(30));

        var charted = patient.post(Role.NURSE, "/infusion", record(given))
                .statusCode(201)
                .body("infusions[0].notes[0]", containsString("It is charted as a medication"))
                .extract()
                .jsonPath()
                .getList("infusions[0].charted");

        await().untilAsserted(() -> assertThat(medications())
                .extracting(dose -> dose.get("id"))
                .containsExactlyInAnyOrderElementsOf(charted));
        assertThat(medications())
                .extracting(dose -> dose.get("drug") + " " + dose.get("effectiveAt"))
                .containsExactlyInAnyOrder("acetaminophen " + given, "other " + patient.start);
        assertThat(medications()).extracting(dose -> dose.get("indication")).containsOnly("premedication");
    }

    @Test
    void aDoseThatIsChartedAlreadyIsNotChartedAgain() {
        admittedBefore(Map.of());
        var given = patient.start.minus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.MINUTES);
        var byHand = "by-hand-" + patient.journey;
        byHand(byHand, "paracetamol", given);
        await().untilAsserted(() -> assertThat(medications()).hasSize(1));

        var charted = patient.post(Role.PHYSICIAN, "/infusion", record(given.plusSeconds(20)))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getList("infusions[0].charted");

        assertThat(charted).hasSize(2).contains(byHand);
        await().untilAsserted(() -> assertThat(medications())
                .extracting(dose -> dose.get("id"))
                .containsExactlyInAnyOrderElementsOf(charted));
    }

    private ValidatableResponse byHand(String id, String drug, Instant at) {
        return As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of(
                        "id",
                        id,
                        "patientId",
                        patient.patientId,
                        "kind",
                        "medication",
                        "effectiveAt",
                        at.toString(),
                        "drug",
                        drug,
                        "dose",
                        400))
                .post("/v1/observations")
                .then()
                .statusCode(202);
    }

    private List<String> charted(Instant premedication) {
        return patient.post(Role.PHYSICIAN, "/infusion", record(premedication))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getList("infusions[0].charted");
    }

    /// The record has no amount: the one that was charted by hand stands.
    @Test
    void aDoseThatWasChartedByHandInHalfAnHourCountsOnce() {
        admittedBefore(Map.of());
        var given = patient.start.minus(Duration.ofMinutes(90));
        var byHand = "by-hand-" + patient.journey;
        byHand(byHand, "paracetamol", given.plus(Duration.ofMinutes(30)));
        await().untilAsserted(() -> assertThat(medications()).hasSize(1));

        var charted = charted(given);

        assertThat(charted).hasSize(2).contains(byHand);
        assertThat(patient.read().getList("infusions[0].notes", String.class))
                .anyMatch(note -> note.contains("counts once"));
        await().untilAsserted(() -> assertThat(medications())
                .extracting(dose -> dose.get("id"))
                .containsExactlyInAnyOrderElementsOf(charted));
    }

    @Test
    void aDoseThatWasChartedByHandLongerAgoIsAnotherOne() {
        admittedBefore(Map.of());
        var given = patient.start.minus(Duration.ofMinutes(90));
        byHand("by-hand-" + patient.journey, "paracetamol", given.plus(Duration.ofMinutes(31)));
        await().untilAsserted(() -> assertThat(medications()).hasSize(1));

        assertThat(charted(given)).hasSize(2).doesNotContain("by-hand-" + patient.journey);
        await().untilAsserted(() -> assertThat(medications()).hasSize(3));
    }

    @Test
    void aDoseByHandThatWasRetractedIsNotTheOneOfTheRecord() {
        admittedBefore(Map.of());
        var given = patient.start.minus(Duration.ofMinutes(90));
        var byHand = "by-hand-" + patient.journey;
        byHand(byHand, "paracetamol", given);
        await().untilAsserted(() -> assertThat(medications()).hasSize(1));
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of(
                        "id",
                        "not-" + byHand,
                        "patientId",
                        patient.patientId,
                        "kind",
                        "retraction",
                        "effectiveAt",
                        given.toString(),
                        "observationId",
                        byHand,
                        "reason",
                        "another patient"))
                .post("/v1/observations")
                .then()
                .statusCode(202);
        await().untilAsserted(() -> assertThat(standing()).isEmpty());

        assertThat(charted(given)).hasSize(2).doesNotContain(byHand);
    }

    /// Each entry by hand stands for one dose of the record only.
    @Test
    void twoDosesOfTheRecordAreNotBothTheOneByHand() {
        admittedBefore(Map.of());
        var given = patient.start.minus(Duration.ofMinutes(90));
        var byHand = "by-hand-" + patient.journey;
        byHand(byHand, "paracetamol", given.plus(Duration.ofMinutes(10)));
        await().untilAsserted(() -> assertThat(medications()).hasSize(1));
        var record = new HashMap<>(record(given));
        record.put(
                "premedication",
                List.of(
                        Map.of("drug", "paracetamol", "at", given.toString()),
                        Map.of(
                                "drug",
                                "paracetamol",
                                "at",
                                given.plus(Duration.ofMinutes(20)).toString())));

        List<String> charted = patient.post(Role.PHYSICIAN, "/infusion", record)
                .statusCode(201)
                .extract()
                .jsonPath()
                .getList("infusions[0].charted");

        assertThat(charted).hasSize(2).contains(byHand);
        await().untilAsserted(() -> assertThat(medications()).hasSize(2));
    }

    @Test
    void aDrugWithALimitCountsTwiceAndTheAnswerSaysSo() {
        admittedBefore(Map.of());
        var given = patient.start.minus(Duration.ofMinutes(90));
        byHand("by-hand-" + patient.journey, "tocilizumab", given.plus(Duration.ofMinutes(10)));
        await().untilAsserted(() -> assertThat(medications()).hasSize(1));
        var record = new HashMap<>(record(given));
        record.put("premedication", List.of(Map.of("drug", "tocilizumab", "at", given.toString())));

        patient.post(Role.PHYSICIAN, "/infusion", record)
                .statusCode(201)
                .body("infusions[0].charted", not(hasItem("by-hand-" + patient.journey)))
                .body("infusions[0].notes", hasItem(containsString("both count")));

        await().untilAsserted(() -> assertThat(medications()).hasSize(2));
    }

    /// It waits in quarantine until the record opens the episode.
    @Test
    void aDoseThatWasChartedBeforeAnyAdmissionCountsOnce() {
        var given = patient.start.minus(Duration.ofMinutes(90));
        var byHand = "by-hand-" + patient.journey;
        byHand(byHand, "paracetamol", given.plus(Duration.ofMinutes(30)));
        byHand("future-" + patient.journey, "paracetamol", Instant.now().plus(Duration.ofMinutes(10)));
        await().untilAsserted(() -> assertThat(waiting(byHand)).isOne());

        var charted = charted(given);

        assertThat(charted).hasSize(2).contains(byHand);
        await().untilAsserted(() -> assertThat(medications())
                .extracting(dose -> dose.get("id"))
                .containsAll(charted)
                .hasSize(3));
    }

    private long waiting(String observation) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select count(*) from quarantine where observation_id = ? and state = 'open'")) {
            query.setString(1, observation);
            try (var found = query.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    @Test
    void aRecordThatIsRepeatedStillSaysThatBothCount() {
        var given = patient.start.minus(Duration.ofMinutes(90));
        var record = new HashMap<>(record(given));
        record.put("premedication", List.of(Map.of("drug", "tocilizumab", "at", given.toString())));
        patient.post(Role.NURSE, "/infusion", record).statusCode(201);
        await().untilAsserted(() -> assertThat(medications()).hasSize(1));
        byHand("by-hand-" + patient.journey, "tocilizumab", given.plus(Duration.ofMinutes(10)));
        await().untilAsserted(() -> assertThat(medications()).hasSize(2));
        voidAdmission();
        await().untilAsserted(() -> assertThat(medications()).isEmpty());
        patient.step("ready", Map.of("reason", "wrong bag", "at", patient.start.toString()))
                .statusCode(200);

        patient.post(Role.PHYSICIAN, "/infusion", record)
                .statusCode(201)
                .body("infusions[1].notes", hasItem(containsString("both count")));
    }

    /// A dose that is dated in the future is counted nowhere, so it stands for none.
    @Test
    void aDoseByHandThatIsDatedInTheFutureIsNotTheOneOfTheRecord() {
        admittedBefore(Map.of());
        var byHand = "by-hand-" + patient.journey;
        byHand(byHand, "paracetamol", Instant.now().plus(Duration.ofMinutes(10)));
        await().untilAsserted(() -> assertThat(medications()).hasSize(1));
        assertThat(medications()).extracting(dose -> dose.get("graded")).containsExactly(false);

        assertThat(charted(patient.start)).hasSize(2).doesNotContain(byHand);
        await().untilAsserted(() -> assertThat(medications()).hasSize(3));
    }

    @Test
    void anEntryByHandAfterTheRecordIsWarnedAbout() {
        var given = patient.start.minus(Duration.ofMinutes(90));
        charted(given);
        await().untilAsserted(() -> assertThat(medications()).hasSize(2));

        byHand("late-" + patient.journey, "paracetamol", given.plus(Duration.ofMinutes(30)))
                .body("warnings.detail", hasItem(containsString("an infusion record has charted this drug")));
        byHand("later-" + patient.journey, "paracetamol", given.plus(Duration.ofMinutes(31)))
                .body("warnings.detail", not(hasItem(containsString("an infusion record"))));
        byHand("other-" + patient.journey, "ibuprofen", given)
                .body("warnings.detail", not(hasItem(containsString("an infusion record"))));
    }

    @Test
    void aPremedicationLongBeforeOrAfterTheStartIsRefused() {
        for (var at : List.of(patient.start.plusSeconds(1), patient.start.minus(Duration.ofHours(25)))) {
            patient.post(Role.NURSE, "/infusion", record(at))
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("premedication[0].at")));
        }

        requireNothingRecorded();
    }

    /// The list before going home keeps the fever line open for twelve hours.
    @Test
    void theRulesAboutAntipyreticsReadThePremedication() {
        patient.post(Role.NURSE, "/infusion", record(patient.start)).statusCode(201);
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of(
                        "id",
                        "t-" + patient.journey,
                        "patientId",
                        patient.patientId,
                        "kind",
                        "vital-signs",
                        "effectiveAt",
                        patient.start.toString(),
                        "temperature",
                        36.8))
                .post("/v1/observations")
                .then()
                .statusCode(202);

        await().untilAsserted(() -> assertThat(As.role(Role.NURSE)
                        .get("/v1/patients/{id}/discharge-readiness", patient.patientId)
                        .jsonPath()
                        .getString("lines.find { it.line == 'D-2' }.why"))
                .contains("acetaminophen"));
    }

    @Test
    void whatAnEarlierRecordChartedIsNotChartedAgain() {
        var given = patient.start.minus(Duration.ofMinutes(30));
        patient.post(Role.NURSE, "/infusion", record(given)).statusCode(201);
        voidAdmission();
        patient.step("ready", Map.of("reason", "wrong bag", "at", patient.start.toString()))
                .statusCode(200);

        patient.post(Role.PHYSICIAN, "/infusion", record(given)).statusCode(201);

        var read = patient.read();
        assertThat(read.getList("infusions[1].charted")).isEqualTo(read.getList("infusions[0].charted"));
        await().untilAsserted(() -> assertThat(medications()).hasSize(2));
    }

    @Test
    void whatTheNextRecordDoesNotHaveIsRetracted() {
        var given = patient.start.minus(Duration.ofMinutes(30));
        patient.post(Role.NURSE, "/infusion", record(given)).statusCode(201);
        voidAdmission();
        patient.step("ready", Map.of("reason", "wrong time", "at", patient.start.toString()))
                .statusCode(200);

        patient.post(Role.PHYSICIAN, "/infusion", record(given.plus(Duration.ofMinutes(10))))
                .statusCode(201);

        var read = patient.read();
        await().untilAsserted(() -> {
            assertThat(standing()).containsExactlyInAnyOrderElementsOf(read.getList("infusions[1].charted"));
            assertThat(medications()).hasSize(3);
        });
    }

    private List<Object> standing() {
        return medications().stream()
                .filter(dose -> dose.get("retractedAt") == null)
                .map(dose -> dose.get("id"))
                .toList();
    }

    private void voidAdmission() {
        As.role(Role.PHYSICIAN)
                .contentType(JSON)
                .body(Map.of("reason", "wrong bag"))
                .post("/v1/episodes/{id}/void", patient.read().getString("row.episodeId"))
                .then()
                .statusCode(200);
    }

    /// On the same day of the hospital.
    private Instant shortlyBefore() {
        var zone = hospital.timeZone();
        var midnight =
                patient.start.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        var before = patient.start.minus(Duration.ofMinutes(20));
        return before.isBefore(midnight) ? midnight : before;
    }

    private AdmittedPatient admittedBefore(Map<String, Object> other) {
        var form = new HashMap<>(AdmittedPatient.form(patient.patientId, patient.ward, shortlyBefore()));
        form.putAll(other);
        return AdmittedPatient.admit(form);
    }

    @Test
    void theRecordJoinsTheEpisodeOfAnEarlierAdmission() {
        var admitted = admittedBefore(Map.of("bed", "3", "weight", 70, "baseline", Map.of()));

        patient.infuse("B-1")
                .statusCode(201)
                .header("Location", containsString(admitted.episodeId()))
                .body("infusions[0].notes[0]", containsString("had been admitted before"))
                .body("infusions[0].notes[0]", containsString("bed 12, weight 71.5 kg, baseline ice 10. Correct"));

        var episode = episode();
        assertThat(episode.getString("id")).isEqualTo(admitted.episodeId());
        assertThat(episode.getString("bed")).isEqualTo("3");
        assertThat(episode.getString("infusedAt"))
                .isEqualTo(admitted.infusedAt().toString());
        assertThat(episode.getList("journey.phase")).contains("lymphodepletion");
        assertThat(patient.read().getString("row.state")).isEqualTo("infused");
    }

    @Test
    void theStationsOfTheEarlierAdmissionStand() {
        var planned = patient.start.minus(Duration.ofMinutes(2));
        admittedBefore(Map.of("journey", List.of(Map.of("phase", "infusion", "startedAt", planned.toString()))));

        patient.infuse("B-1").statusCode(201);

        var episode = episode();
        assertThat(episode.getList("journey.phase"))
                .containsExactly("leukapheresis", "genetic-engineering", "lymphodepletion", "infusion");
        assertThat(episode.getString("journey[3].startedAt")).isEqualTo(planned.toString());
    }

    @Test
    void theEndOfTheInfusionIsAddedToItsStation() {
        admittedBefore(Map.of("journey", List.of(Map.of("phase", "infusion", "startedAt", patient.start.toString()))));
        var end = patient.start.plusSeconds(60).toString();

        patient.post(
                        Role.NURSE,
                        "/infusion",
                        Map.of(
                                "bed",
                                "12",
                                "bags",
                                List.of(Map.of(
                                        "bagId", "B-1", "startedAt", patient.start.toString(), "stoppedAt", end))))
                .statusCode(201);

        assertThat(episode().getString("journey.find { it.phase == 'infusion' }.endedAt"))
                .isEqualTo(end);
    }

    @Test
    void anInfusionOfAPatientWhoWasDischargedIsNotRecorded() {
        var admitted = admittedBefore(Map.of());
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("at", Instant.now().toString()))
                .post("/v1/episodes/{id}/discharge", admitted.episodeId())
                .then()
                .statusCode(200);

        patient.infuse("B-1")
                .statusCode(409)
                .body("detail", containsString(admitted.episodeId() + ": undo its discharge"));

        requireNothingRecorded();
    }

    @Test
    void theVoidOfAJoinedEpisodeLetsTheJourneyGoBack() {
        admittedBefore(Map.of());
        patient.infuse("B-1").statusCode(201);
        voidAdmission();

        patient.step("ready", Map.of("reason", "wrong bag", "at", patient.start.toString()))
                .statusCode(200);
        patient.infuse("B-2").statusCode(201);

        assertThat(patient.read().getList("infusions.stands")).containsExactly(false, true);
    }

    @Test
    void anEpisodeOfAnotherProductIsNotJoined() {
        var admitted = admittedBefore(Map.of("product", "tisagenlecleucel"));

        patient.infuse("B-1")
                .statusCode(409)
                .body("detail", containsString(admitted.episodeId()))
                .body("detail", containsString("its product is tisagenlecleucel"))
                .body("detail", containsString("correct the episode"));

        requireNothingRecorded();
    }

    @Test
    void anEpisodeInAWardThatTheUserMayNotSeeIsNotNamed() {
        var admitted = admittedBefore(Map.of("ward", "ward-" + UUID.randomUUID()));
        var colleague = Colleague.nurseOf(patient.ward);

        colleague
                .asks()
                .contentType(JSON)
                .body(Map.of(
                        "bed", "12", "bags", List.of(Map.of("bagId", "B-1", "startedAt", patient.start.toString()))))
                .post("/v1/journeys/{id}/infusion", patient.journey)
                .then()
                .statusCode(409)
                .body("detail", containsString("has an active episode in a ward that you do not see"))
                .body("detail", not(containsString(admitted.episodeId())));

        requireNothingRecorded();
    }

    @Test
    void anImpossibleBagIsNamed() {
        patient.post(
                        Role.NURSE,
                        "/infusion",
                        Map.of(
                                "bags",
                                List.of(Map.of(
                                        "bagId",
                                        "B-1",
                                        "thawedAt",
                                        patient.start.toString(),
                                        "startedAt",
                                        patient.ago(Duration.ofMinutes(1))))))
                .statusCode(400)
                .body("violations.field", equalTo(List.of("bags[0].startedAt", "bed")));
    }
}
