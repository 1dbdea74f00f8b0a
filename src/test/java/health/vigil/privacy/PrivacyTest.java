package health.vigil.privacy;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class PrivacyTest {

    @Inject
    DataSource database;

    @Inject
    Retention retention;

    @Test
    void theRecordOfAPatientIsToldWhole() {
        var patient = alertedPatient();

        var lines = As.role(Role.PHYSICIAN)
                .get("/v1/patients/" + patient.patientId() + "/record")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();

        var records = lines.stream()
                .map(line -> JsonPath.from(line).getString("record"))
                .toList();
        assertThat(records).contains("episode", "baseline", "observation", "grade", "alert", "audit");
        assertThat(records.getLast()).isEqualTo("end");
        assertThat(JsonPath.from(lines.getLast()).getInt("lines")).isEqualTo(lines.size() - 1);
        assertThat(lines.getFirst()).contains("\"patientId\":\"" + patient.patientId() + "\"", "Ada Ward");
    }

    @Test
    void theRecordOfAForeignPatientIsNotThere() {
        As.role(Role.PHYSICIAN)
                .get("/v1/patients/none-" + UUID.randomUUID() + "/record")
                .then()
                .statusCode(404);
        As.role(Role.NURSE)
                .get("/v1/patients/" + AdmittedPatient.daysAgo(3).patientId() + "/record")
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsOldEnoughGoesAndWhoIsStillWatchedStays() throws SQLException {
        var old = alertedPatient();
        var watched = alertedPatient();
        discharge(old);
        run("insert into stay (sender, patient_id, state, changed_at, state_at, reported_from, received_at)"
                + " values ('adt', '" + old.patientId() + "', 'ended', now(), now(), '-', now())");
        run("insert into reported_merge (sender, old_id, into_id, joined, changed_at, reported_from, received_at)"
                + " values ('adt', 'x', '" + old.patientId() + "', true, now(), '-', now())");
        run("insert into reported_infusion (key, sender, patient_id, product, infused_at, reported_from, received_at)"
                + " values ('01', 'ehr', '" + old.patientId() + "', 'axi-cel', now(), '-', now())");
        var subscription = UUID.randomUUID();
        run(
                "insert into fhir_subscription (id, owner, topic, filters, patients, reason, endpoint, sealed, content, base,"
                        + " status, version, created_at, changed_at, due_at)"
                        + " values ('" + subscription + "', 'ehr', 'grade', '[\"patient=Patient/" + old.patientId()
                        + ",p-2\"]',"
                        + " array['" + old.patientId()
                        + "', 'p-2'], '-', 'https://ehr.example.org/', false, 'id-only', '-', 'off', 1,"
                        + " now(), now(), now())");
        run("insert into fhir_event (subscription_id, number, grade_number, event, patient_id, at)" + " values ('"
                + subscription + "', 1, 1, 'recorded', '" + old.patientId() + "', now())");
        await().untilAsserted(() -> assertThat(tablesNaming(old.patientId())).doesNotContain("outbox"));
        age(old);

        retention.round(Instant.now().minus(Duration.ofDays(1)));

        assertThat(tablesNaming(old.patientId())).isEmpty();
        assertThat(text("select filters->>0 from fhir_subscription where id = '" + subscription + "'"))
                .isEqualTo("patient=Patient/removed,p-2");
        assertThat(tablesNaming(watched.patientId())).contains("episode", "observation", "alert", "alert_event");
        As.role(Role.PHYSICIAN)
                .get("/v1/patients/" + old.patientId() + "/grade")
                .then()
                .statusCode(404);
        assertThat(As.role(Role.ADMIN)
                        .queryParam("patientId", old.patientId())
                        .get("/v1/audit")
                        .<List<String>>path("items.actor"))
                .contains("retention");
    }

    /// Both numbers are deleted together, once both are old enough.
    @Test
    void theNumbersOfAPatientGoTogether() throws SQLException {
        var old = alertedPatient();
        var into = alertedPatient();
        discharge(old);
        discharge(into);
        As.role(Role.NURSE)
                .contentType(ContentType.JSON)
                .body(Map.of("into", into.patientId(), "reason", "admitted twice"))
                .post("/v1/patients/" + old.patientId() + "/merge")
                .then()
                .statusCode(200);
        age(old);
        retention.round(Instant.now().minus(Duration.ofDays(1)));
        assertThat(tablesNaming(old.patientId())).contains("episode", "observation");
        age(into);

        retention.round(Instant.now().minus(Duration.ofDays(1)));

        assertThat(tablesNaming(old.patientId())).isEmpty();
        assertThat(tablesNaming(into.patientId())).isEmpty();
        assertThat(rows("select old_id from patient_merge where '" + old.patientId() + "' in (old_id, into_id)"))
                .isEmpty();
    }

    @Test
    void theAnswersToTheProtocolGoWithThePatient() throws SQLException {
        var patient = alertedPatient();
        var prompts = "/v1/patients/" + patient.patientId() + "/prompts";
        var instance = As.role(Role.NURSE).get(prompts).<String>path("items.find { it.row == 'o-1' }.instance");
        As.role(Role.NURSE)
                .contentType(ContentType.JSON)
                .body(Map.of("answer", "done"))
                .post(prompts + "/" + instance + "/answer")
                .then()
                .statusCode(200);
        discharge(patient);
        age(patient);

        retention.round(Instant.now().minus(Duration.ofDays(1)));

        assertThat(rows("select id from protocol_answer where episode_id = '" + patient.episodeId() + "'"))
                .isEmpty();
    }

    /// A patient who was never admitted has no episode.
    @Test
    void aJourneyWithoutAnEpisodeGoesInTime() throws SQLException {
        var over = journey("cancelled");
        var waiting = journey("referred");

        retention.round(Instant.now().minus(Duration.ofDays(1)));

        assertThat(tablesNaming(over)).isEmpty();
        assertThat(tablesNaming(waiting)).contains("journey");
    }

    private String journey(String state) throws SQLException {
        var patient = "j-" + UUID.randomUUID();
        var id = UUID.randomUUID();
        run("insert into journey (id, patient_id, ward, state, created_at, created_by) values ('" + id + "', '"
                + patient + "', 'w', '" + state + "', now(), 'c')");
        entry(
                id,
                "facts",
                "{\"patientId\":\"" + patient + "\",\"birthDate\":\"1961\",\"product\":\"p\",\"ward\":\"w\"}");
        entry(id, "state", "{\"to\":\"referred\"}");
        return patient;
    }

    private void entry(UUID journey, String kind, String content) throws SQLException {
        run("insert into journey_entry (id, journey_id, kind, effective_at, recorded_at, recorded_by, content) values"
                + " (gen_random_uuid(), '" + journey + "', '" + kind + "', now(), now() - interval '2 days', 'c', '"
                + content + "')");
    }

    @Test
    void theTicksOfTheDischargeAreInTheRecordAndGoWithThePatient() throws SQLException {
        var patient = alertedPatient();
        As.role(Role.NURSE)
                .contentType(ContentType.JSON)
                .body(Map.of("done", true))
                .post("/v1/patients/" + patient.patientId() + "/discharge-readiness/D-10/tick")
                .then()
                .statusCode(200);
        assertThat(As.role(Role.PHYSICIAN)
                        .get("/v1/patients/" + patient.patientId() + "/record")
                        .asString())
                .containsPattern("\"record\" ?: ?\"discharge-tick\"");
        discharge(patient);
        age(patient);

        retention.round(Instant.now().minus(Duration.ofDays(1)));

        assertThat(rows("select id from discharge_tick where episode_id = '" + patient.episodeId() + "'"))
                .isEmpty();
    }

    @Test
    void theTimeAtHomeIsInTheRecordAndGoesWithThePatient() throws SQLException {
        var patient = alertedPatient();
        As.role(Role.NURSE)
                .contentType(ContentType.JSON)
                .body(Map.of("at", patient.infusedAt().toString(), "ward", patient.ward()))
                .post("/v1/episodes/{id}/outpatient", patient.episodeId())
                .then()
                .statusCode(200);
        assertThat(As.role(Role.PHYSICIAN)
                        .get("/v1/patients/" + patient.patientId() + "/record")
                        .asString())
                .containsPattern("\"record\" ?: ?\"outpatient-watch\"");
        discharge(patient);
        age(patient);

        retention.round(Instant.now().minus(Duration.ofDays(1)));

        assertThat(rows("select id from outpatient_watch where episode_id = '" + patient.episodeId() + "'"))
                .isEmpty();
    }

    @Test
    void whoeverWasHeardOfLatelyStays() throws SQLException {
        var patient = alertedPatient();
        discharge(patient);

        retention.round(Instant.now().minus(Duration.ofDays(1)));

        assertThat(tablesNaming(patient.patientId())).contains("episode", "observation");
    }

    @Test
    void whoWasToldOfNobodyAnyMoreGoesInTime() throws SQLException {
        var webhook = webhookThatIsGone();
        var patient = alertedPatient().patientId();
        delivery(webhook, "null", "'delivered'", "now() - interval '3 days'");
        delivery(webhook, "'" + patient + "'", "'delivered'", "now() - interval '3 days'");
        delivery(webhook, "null", "'waiting'", "null");
        delivery(webhook, "null", "'delivered'", "now() - interval '1 hour'");

        retention.round(Instant.now().minus(Duration.ofDays(1)));

        assertThat(deliveries(webhook)).containsExactly(patient + " delivered", " waiting", " delivered");
    }

    @Test
    void thatTheLastDeliveryOfAWebhookWasGivenUpStaysKnown() throws SQLException {
        var webhook = webhookThatIsGone();
        alertedPatient();
        delivery(webhook, "null", "'delivered'", "now() - interval '4 days'");
        delivery(webhook, "null", "'given-up'", "now() - interval '3 days'");

        retention.round(Instant.now().minus(Duration.ofDays(1)));

        assertThat(deliveries(webhook)).containsExactly(" given-up");
    }

    @Test
    void whoFollowedTheStreamGoesInTime() throws SQLException {
        var name = "reader-" + UUID.randomUUID();
        for (var toldAt : List.of("now() - interval '2 days'", "now()")) {
            run("insert into alert_listener (id, username, role, opened_at, after, told, told_at) values"
                    + " (gen_random_uuid(), '" + name + "', 'nurse', now() - interval '3 days', 0, 0, " + toldAt + ")");
        }

        retention.round(Instant.now().minus(Duration.ofDays(1)));

        assertThat(rows("select told_at > now() - interval '1 day' from alert_listener where username = '" + name
                        + "'"))
                .containsExactly("t");
    }

    @Test
    void whatWaitsInQuarantineIsNotReadFromTheDatabasesFiles() throws SQLException {
        var patient = "q-" + UUID.randomUUID();
        var id = post(patient, Duration.ofMinutes(5));
        await().untilAsserted(() ->
                As.role(Role.NURSE).get("/v1/observations/" + id).then().statusCode(200));

        assertThat(text("select encode(value, 'escape') from quarantine where patient_id = '" + patient + "'"))
                .doesNotContain(patient, "temperature");
        assertThat(As.role(Role.ADMIN)
                        .queryParam("patientId", patient)
                        .get("/v1/quarantine")
                        .<String>path("items[0].value"))
                .contains(patient, "temperature");

        AdmittedPatient.admit(AdmittedPatient.form(
                patient, "ward-" + UUID.randomUUID(), Instant.now().minus(Duration.ofDays(2))));
        await().untilAsserted(() -> assertThat(
                        As.role(Role.NURSE).get("/v1/observations/" + id).<String>path("state"))
                .isEqualTo("applied"));
    }

    private UUID webhookThatIsGone() throws SQLException {
        var webhook = UUID.randomUUID();
        run("insert into webhook (id, url, secret, created_by, created_at, removed_at)" + " values ('" + webhook
                + "', 'https://hooks.example.org', '', 'admin', now(), now())");
        return webhook;
    }

    private List<String> deliveries(UUID webhook) throws SQLException {
        return rows("select coalesce(patient_id, '') || ' ' || state from webhook_delivery where webhook_id = '"
                + webhook + "' order by number");
    }

    private void delivery(UUID webhook, String patient, String state, String settledAt) throws SQLException {
        run("insert into webhook_delivery (webhook_id, sequence, patient_id, priority, state, created_at, due_at,"
                + " settled_at)"
                + " select '%s', max(sequence), %s, 'low', %s, now(), now(), %s from alert_event"
                        .formatted(webhook, patient, state, settledAt));
    }

    private void run(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var changing = connection.createStatement()) {
            assertThat(changing.executeUpdate(statement)).isEqualTo(1);
        }
    }

    /// A patient with a fever that raised an alert.
    private static AdmittedPatient alertedPatient() {
        var patient = AdmittedPatient.daysAgo(3);
        post(patient.patientId(), Duration.ofHours(2));
        await().untilAsserted(() -> assertThat(As.role(Role.NURSE)
                        .queryParam("patientId", patient.patientId())
                        .get("/v1/alerts")
                        .<List<String>>path("items.id"))
                .isNotEmpty());
        return patient;
    }

    private static String post(String patient, Duration ago) {
        var id = "o-" + UUID.randomUUID();
        As.role(Role.NURSE)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "id",
                        id,
                        "patientId",
                        patient,
                        "effectiveAt",
                        Instant.now().minus(ago).toString(),
                        "kind",
                        "vital-signs",
                        "temperature",
                        39.3))
                .post("/v1/observations")
                .then()
                .statusCode(202);
        return id;
    }

    private static void discharge(AdmittedPatient patient) {
        As.role(Role.NURSE)
                .contentType(ContentType.JSON)
                .body(Map.of("at", Instant.now().minus(Duration.ofHours(1)).toString()))
                .post("/v1/episodes/" + patient.episodeId() + "/discharge")
                .then()
                .statusCode(200);
    }

    /// Makes the data of a patient old.
    private void age(AdmittedPatient patient) throws SQLException {
        for (var change : List.of(
                "update episode set ended_at = ended_at - interval '30 days' where patient_id = ?",
                "update observation set received_at = received_at - interval '30 days' where patient_id = ?")) {
            try (var connection = database.getConnection();
                    var statement = connection.prepareStatement(change)) {
                statement.setString(1, patient.patientId());
                assertThat(statement.executeUpdate()).isPositive();
            }
        }
    }

    /// All tables except the audit trail with a row that mentions the patient.
    private List<String> tablesNaming(String patient) throws SQLException {
        var found = new ArrayList<String>();
        for (var table : rows("select tablename from pg_tables where schemaname = 'public'"
                + " and tablename not in ('audit', 'audit_link', 'flyway_schema_history')")) {
            var mentions = "select count(*) from " + table + " t where t::text like '%" + patient + "%'";
            if (!rows(mentions).getFirst().equals("0")) {
                found.add(table);
            }
        }
        return found;
    }

    private String text(String query) throws SQLException {
        return String.join("\n", rows(query));
    }

    private List<String> rows(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }
}
