package health.vigil.patient.merge;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.store.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.Eventually.await;
import static health.vigil.patient.merge.NumberedPatient.SEVERE;
import static health.vigil.patient.merge.NumberedPatient.WELL;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/// Two numbers are one patient from the merge until it is undone. Before and after that they are two.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class MergeTest {
    private static final Duration INFUSED = Duration.ofDays(3);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMinutes(10);

    @Inject
    Database database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private final NumberedPatient into = NumberedPatient.fresh();
    private final NumberedPatient old = into.other(false);

    /// Admitted under one number, discharged, and admitted again under the other: the usual case.
    private String admittedTwice(NumberedPatient first) {
        var wrong = first.admitEpisode(INFUSED);
        first.discharge(wrong, Duration.ofMinutes(2));
        return into.admitEpisode(INFUSED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothNumbersAreOnePatient(boolean samePartition) {
        var first = into.other(samePartition);
        var wrong = first.admitEpisode(INFUSED);
        var fever = first.postAndAwait(SOON, "vital-signs", SEVERE);
        var dose =
                first.postAndAwait(HOUR, "medication", Map.of("drug", "tocilizumab", "dose", 500, "indication", "crs"));
        first.discharge(wrong, Duration.ofMinutes(2));
        var episode = into.admitEpisode(INFUSED);
        var own = into.postAndAwait(HOUR, "vital-signs", WELL);
        assertThat(into.crs()).isEqualTo(0);

        first.merge(into)
                .statusCode(200)
                .body("patientId", equalTo(into.number()))
                .body("numbers", equalTo(List.of(into.number(), first.number())))
                .body("merges[0].old", equalTo(first.number()))
                .body("merges[0].reason", equalTo("admitted twice"));

        for (var asked : List.of(into, first)) {
            asked.grade()
                    .statusCode(200)
                    .body("patientId", equalTo(into.number()))
                    .body("askedAs", asked.equals(into) ? nullValue() : equalTo(first.number()))
                    .body("numbers", hasItems(into.number(), first.number()))
                    .body("episodeId", equalTo(episode))
                    .body("crs.grade", equalTo(2));
            asked.get("/observations")
                    .body("items.id", hasItems(fever, dose, own))
                    .body("items.patientId", everyItem(equalTo(into.number())))
                    .body("items.find { it.id == '" + fever + "' }.sentAs", equalTo(first.number()))
                    .body("items.find { it.id == '" + own + "' }.sentAs", nullValue());
            asked.get("/treatments").body("tocilizumab.given", equalTo(1));
            asked.get("/trends").body("items.find { it.parameter == 'systolic' }.points.value", hasItems(80f, 120f));
            asked.get("/grades")
                    .body("items.patientId", everyItem(equalTo(into.number())))
                    .body("items.findAll { it.episodeId == '" + episode + "' && it.grade == 2 }", not(empty()));
            asked.get("/merge").body("numbers", hasItems(into.number(), first.number()));
            asked.alerts().body("items.type", hasItem("patient-merged"));
        }
        into.board()
                .body("items", hasSize(1))
                .body("items[0].patientId", equalTo(into.number()))
                .body("items[0].numbers", hasItem(first.number()))
                .body("items[0].crs.grade", equalTo(2))
                .body("items[0].lastValues.systolic.value", equalTo(80));
        NumberedPatient.observation(fever)
                .body("patientId", equalTo(into.number()))
                .body("sentAs", equalTo(first.number()));
        As.role(Role.NURSE)
                .get("/v1/episodes/{id}", wrong)
                .then()
                .body("patientId", equalTo(first.number()))
                .body("mergedInto", equalTo(into.number()));
    }

    @Test
    void theEpisodeThatIsWatchedMayBeOfTheOldNumber() {
        var former = into.admitEpisode(Duration.ofDays(30));
        into.discharge(former, Duration.ofDays(10));
        var episode = old.admitEpisode(INFUSED);
        old.postAndAwait(SOON, "vital-signs", SEVERE);

        old.merge(into).statusCode(200);

        into.grade().body("episodeId", equalTo(episode)).body("crs.grade", equalTo(2));
        old.board().body("items[0].patientId", equalTo(into.number())).body("items[0].crs.grade", equalTo(2));
        into.admit(Duration.ofDays(1)).statusCode(409);
    }

    @Test
    void aShortAdmissionUnderTheWrongNumberDoesNotTakeOverWhenTheRightOneEnds() {
        var episode = into.admitEpisode(INFUSED);
        into.postAndAwait(SOON, "vital-signs", SEVERE);
        var wrong = old.admitEpisode(INFUSED);
        old.discharge(wrong, Duration.ofMinutes(5));
        old.merge(into).statusCode(200);

        into.discharge(episode, Duration.ofMinutes(1));

        into.grade().body("episodeId", equalTo(episode)).body("crs.grade", equalTo(2));
        Colleague.nurseOf(into.ward())
                .asks()
                .get("/v1/patients/{id}/grade", old.number())
                .then()
                .statusCode(200);
        Colleague.nurseOf(old.ward())
                .asks()
                .get("/v1/patients/{id}/grade", old.number())
                .then()
                .statusCode(404);
    }

    @Test
    void bothWardsAreToldAndTheAuditTrailNamesBoth() {
        admittedTwice(old);

        old.merge(into).statusCode(200);
        old.takeBack().statusCode(200);

        for (var ward : List.of(into, old)) {
            await().untilAsserted(() -> ward.alertsOfTheWard()
                    .body(
                            "items.findAll { it.type == 'patient-merged' }.patientId",
                            equalTo(List.of(ward.number(), ward.number())))
                    .body("items.title", hasItems("Two numbers are one patient", "Two numbers are two patients again"))
                    .body(
                            "items.detail",
                            hasItem(allOf(startsWith("nurse merged "), containsString(": admitted twice. "))))
                    .body(
                            "items.detail",
                            hasItem(allOf(startsWith("nurse undid the merge "), containsString(": two persons. ")))));
            As.role(Role.ADMIN)
                    .get("/v1/audit?patientId={id}", ward.number())
                    .then()
                    .body("items.reason", hasItems("admitted twice", "two persons"));
        }
    }

    @Test
    void whatIsSentLaterUnderEitherNumberIsThePatients() {
        var episode = admittedTwice(old);
        old.merge(into).statusCode(200);

        var late = old.postAndAwait(SOON, "vital-signs", SEVERE);

        into.grade().body("crs.grade", equalTo(2));
        old.get("/grades").body("items.findAll { it.grade == 2 }.episodeId", everyItem(equalTo(episode)));
        NumberedPatient.observation(late).body("sentAs", equalTo(old.number()));
        old.send(Duration.ofMinutes(9), "retraction", Map.of("observationId", late, "reason", "typed wrong"));
        await().untilAsserted(() -> assertThat(into.crs()).isNull());
        var own = into.postAndAwait(SOON, "vital-signs", SEVERE);
        assertThat(old.crs()).isEqualTo(2);
        old.postAndAwait(Duration.ofMinutes(8), "retraction", Map.of("observationId", own, "reason", "typed wrong"));
        await().untilAsserted(() -> assertThat(into.crs()).isNull());
    }

    /// The other system writes under the key of the old number and under that of the number that stands.
    @Test
    void whatAnotherSystemWritesToTheTopicIsThePatients() throws Exception {
        admittedTwice(old);
        old.merge(into).statusCode(200);
        var severe = "o-" + UUID.randomUUID();
        var well = "o-" + UUID.randomUUID();

        produce(record(old.number(), old.body(severe, SOON, "vital-signs", SEVERE)));
        produce(record(into.number(), old.body(well, HOUR, "vital-signs", WELL)));

        NumberedPatient.awaitApplied(severe);
        NumberedPatient.awaitApplied(well);
        assertThat(into.crs()).isEqualTo(2);
        old.get("/observations").body("items.sentAs", equalTo(List.of(old.number(), old.number())));
    }

    private void produce(ProducerRecord<String, String> record) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(record).get();
        }
    }

    private static ProducerRecord<String, String> record(String key, Map<String, Object> body) {
        return new ProducerRecord<>("vigil.observations", key, new io.vertx.core.json.JsonObject(body).encode());
    }

    /// A mistyped number: nobody was admitted under it.
    @Test
    void whatWaitedForAnEpisodeOfTheOldNumberIsApplied() {
        into.admitEpisode(INFUSED);
        var waiting = old.send(SOON, "vital-signs", SEVERE);
        await().untilAsserted(() ->
                NumberedPatient.observation(waiting).statusCode(200).body("state", equalTo("quarantined")));

        old.merge(into).statusCode(200);

        NumberedPatient.awaitApplied(waiting);
        assertThat(into.crs()).isEqualTo(2);
        As.role(Role.ADMIN)
                .get("/v1/quarantine?patientId={id}&state=open", into.number())
                .then()
                .body("items", empty());
        old.takeBack().statusCode(200);
        assertThat(into.crs()).isNull();
        old.grade().statusCode(404);
        old.admitEpisode(Duration.ofDays(2));
        await().untilAsserted(() -> assertThat(old.crs()).isEqualTo(2));
    }

    @Test
    void twoTimesAnswersStayTrue() {
        var wrong = old.admitEpisode(INFUSED);
        old.postAndAwait(SOON, "vital-signs", SEVERE);
        old.discharge(wrong, Duration.ofMinutes(2));
        var episode = into.admitEpisode(INFUSED);
        into.postAndAwait(HOUR, "vital-signs", WELL);
        var apart = Instant.now();
        old.merge(into).statusCode(200);
        var together = Instant.now();
        into.get("/grades")
                .body("items.find { it.merge != null }.merge.takenBack", equalTo(false))
                .body("items.find { it.merge != null }.merge.old", equalTo(old.number()))
                .body("items.find { it.merge != null }.merge.into", equalTo(into.number()))
                .body("items.find { it.merge != null }.merge.reason", equalTo("admitted twice"));
        old.takeBack().statusCode(200);

        assertThat(into.crs(apart)).isEqualTo(0);
        assertThat(old.crs(apart)).isEqualTo(2);
        assertThat(into.crs(together)).isEqualTo(2);
        assertThat(old.crs(together)).isEqualTo(2);
        assertThat(into.crs()).isEqualTo(0);
        assertThat(old.crs()).isEqualTo(2);
        old.get("/grade?at=" + old.now() + "&knownAt=" + together)
                .body("patientId", equalTo(into.number()))
                .body("askedAs", equalTo(old.number()))
                .body("episodeId", equalTo(episode));
        old.get("/grade?at=" + old.now() + "&knownAt=" + apart)
                .body("patientId", equalTo(old.number()))
                .body("episodeId", equalTo(wrong));
        into.get("/grades")
                .body("items.findAll { it.grade == 2 }.supersededAt", everyItem(not(nullValue())))
                .body("items.findAll { it.supersededAt == null }.grade", not(hasItem(2)))
                .body("items.findAll { it.merge != null }.merge.takenBack", hasItem(false))
                .body("items.findAll { it.merge != null }.merge.old", everyItem(nullValue()));
        old.get("/grades").body("items.findAll { it.merge != null }.merge.takenBack", hasItem(true));
    }

    @Test
    void whatCameUnderTheOldNumberIsItsAgainWhenItIsTakenBack() {
        var wrong = old.admitEpisode(INFUSED);
        var before = old.postAndAwait(HOUR, "vital-signs", WELL);
        old.discharge(wrong, Duration.ofMinutes(2));
        into.admitEpisode(INFUSED);
        var own = into.postAndAwait(HOUR, "vital-signs", WELL);
        old.merge(into).statusCode(200);
        var during = old.postAndAwait(SOON, "vital-signs", SEVERE);

        old.takeBack().statusCode(200).body("numbers", equalTo(List.of(old.number())));
        var after = old.postAndAwait(Duration.ofMinutes(5), "vital-signs", SEVERE);

        old.get("/observations").body("items.id", equalTo(List.of(after, during, before)));
        into.get("/observations").body("items.id", equalTo(List.of(own)));
        old.grade().body("patientId", equalTo(old.number())).body("crs.grade", equalTo(2));
        into.grade().body("patientId", equalTo(into.number())).body("crs.grade", equalTo(0));
        into.get("/merge")
                .body("numbers", equalTo(List.of(into.number())))
                .body("merges[0].takenBackReason", equalTo("two persons"));
        old.merge(into).statusCode(200);
        assertThat(into.crs()).isEqualTo(2);
    }

    @Test
    void aDeviceOfTheOldNumberSpeaksForThePatient() {
        var device = "mon-" + UUID.randomUUID();
        var wrong = into.admitEpisode(Duration.ofDays(30));
        into.discharge(wrong, Duration.ofDays(20));
        old.admitEpisode(INFUSED);
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("patientId", old.number(), "from", old.ago(HOUR).toString()))
                .put("/v1/devices/{id}/binding", device)
                .then()
                .statusCode(200);
        old.merge(into).statusCode(200);
        var reading = "o-" + UUID.randomUUID();
        As.role(Role.DEVICE)
                .contentType(JSON)
                .body(Map.of(
                        "id",
                        reading,
                        "deviceId",
                        device,
                        "kind",
                        "vital-signs",
                        "effectiveAt",
                        old.ago(SOON).toString(),
                        "temperature",
                        38.9,
                        "systolic",
                        80))
                .post("/v1/observations")
                .then()
                .statusCode(202);

        NumberedPatient.awaitApplied(reading);

        assertThat(into.crs()).isEqualTo(2);
        As.role(Role.NURSE)
                .get("/v1/devices?patientId={id}", into.number())
                .then()
                .body("items.deviceId", equalTo(List.of(device)));
        old.board().body("items[0].devices.deviceId", equalTo(List.of(device)));
    }

    @Test
    void anEpisodeOfTheOldNumberIsCorrectedAndDischargedAsBefore() {
        var former = into.admitEpisode(Duration.ofDays(30));
        into.discharge(former, Duration.ofDays(20));
        var episode = old.admitEpisode(INFUSED);
        old.postAndAwait(Duration.ofHours(70), "vital-signs", SEVERE);
        old.merge(into).statusCode(200);

        As.role(Role.NURSE)
                .contentType("application/merge-patch+json")
                .body(Map.of("infusedAt", old.ago(Duration.ofHours(60)).toString(), "reason", "typed wrong"))
                .patch("/v1/episodes/{id}", episode)
                .then()
                .statusCode(200);
        into.get("/grade?at=" + old.ago(Duration.ofHours(50))).body("crs.grade", nullValue());
        old.discharge(episode, Duration.ofMinutes(1));

        into.admitEpisode(Duration.ofHours(2));
        old.admit(Duration.ofHours(3)).statusCode(409);
    }

    @Test
    void theRecordIsToldWithAllNumbers() {
        admittedTwice(old);
        var sent = old.postAndAwait(SOON, "vital-signs", SEVERE);
        old.merge(into).statusCode(200);

        for (var asked : List.of(old, into)) {
            assertThat(As.role(Role.PHYSICIAN)
                            .get("/v1/patients/{id}/record", asked.number())
                            .asString())
                    .contains(sent, "\"record\":\"merge\"", "\"oldId\":\"" + old.number() + "\"");
        }
    }

    /// A laboratory that knows the new number sends its results again.
    @Test
    void theSameUnderTheNumberThatStandsIsNoConflict() {
        admittedTwice(old);
        var sent = old.postAndAwait(SOON, "vital-signs", WELL);
        old.merge(into).statusCode(200);

        var again = new LinkedHashMap<>(old.body(sent, SOON, "vital-signs", WELL));
        again.put("patientId", into.number());
        As.role(Role.PHYSICIAN)
                .contentType(JSON)
                .body(again)
                .post("/v1/observations")
                .then()
                .statusCode(202);
        into.postAndAwait(Duration.ofMinutes(1), "vital-signs", WELL);

        into.alerts().body("items.type", not(hasItem("id-conflict")));
        As.role(Role.ADMIN)
                .get("/v1/quarantine?patientId={id}", into.number())
                .then()
                .body("items.observationId", not(hasItem(sent)));
        NumberedPatient.observation(sent).body("sentAs", equalTo(old.number()));
    }

    /// The stay under the other number overlapped with the stay that was discharged too early, and had ended
    /// before it.
    @Test
    void aDischargeIsUndoneThoughTheOtherNumberWasAdmittedLater() {
        var episode = into.admitEpisode(INFUSED);
        var wrong = old.admitEpisode(INFUSED);
        old.discharge(wrong, Duration.ofMinutes(5));
        old.merge(into).statusCode(200);
        into.discharge(episode, Duration.ofMinutes(1));

        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("reason", "still here"))
                .delete("/v1/episodes/{id}/discharge", episode)
                .then()
                .statusCode(200)
                .body("status", equalTo("active"));
    }

    /// Records that wait under a number stay with it when the merge ends.
    @Test
    void whatWaitsForTheWardIsFiledUnderTheNumberThatItNames() throws Exception {
        var former = old.admitEpisode(Duration.ofDays(30));
        old.discharge(former, Duration.ofDays(20));
        into.admitEpisode(INFUSED);
        old.merge(into).statusCode(200);
        var held = "o-" + UUID.randomUUID();

        produce(record(into.number(), into.body(held, SOON, "death", Map.of("cause", "other"))));

        await().untilAsserted(() -> As.role(Role.PHYSICIAN)
                .get("/v1/patients/{id}/quarantine", into.number())
                .then()
                .body("items.find { it.observationId == '" + held + "' }.patientId", equalTo(into.number())));
    }

    @Test
    void anAlertIsFoundUnderEitherNumber() {
        var wrong = old.admitEpisode(INFUSED);
        old.postAndAwait(SOON, "vital-signs", SEVERE);
        await().untilAsserted(() -> old.alerts().body("items.type", hasItem("crs-grade")));
        old.discharge(wrong, Duration.ofMinutes(2));
        into.admitEpisode(INFUSED);

        old.merge(into).statusCode(200);

        into.alerts()
                .body("items.findAll { it.episodeId == '" + wrong + "' }.type", hasItem("crs-grade"))
                .body("items.find { it.episodeId == '" + wrong + "' }.patientId", equalTo(old.number()));
    }

    /// A crash between the two partitions is repaired by the next request.
    @Test
    void askingAgainForAMergeThatIsUnderWayWakesIt() {
        admittedTwice(old);
        database.execute(sql -> sql.update(
                "insert into patient_merge (id, old_id, into_id, asked_at, asked_by, reason) values (?, ?, ?, now(),"
                        + " ?, ?)",
                UUID.randomUUID(),
                old.number(),
                into.number(),
                "nurse",
                "lost"));
        old.takeBack().statusCode(409);

        old.merge(into).statusCode(200).body("merges.reason", equalTo(List.of("lost")));
    }
}
