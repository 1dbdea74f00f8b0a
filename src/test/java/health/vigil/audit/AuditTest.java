package health.vigil.audit;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.FeverReading;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.Eventually.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

@ServiceTest
class AuditTest {
    @Inject
    DataSource database;

    @Inject
    AuditChain chain;

    @ParameterizedTest
    @ValueSource(
            strings = {"patientId=%00", "actor=%00", "from=%2B999999999-01-01T00:00:00Z", "to=-0001-01-01T00:00:00Z"})
    void whatNoEntryCanHoldIsRefused(String query) {
        As.role(Role.ADMIN)
                .urlEncodingEnabled(false)
                .get("/v1/audit?" + query)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(query.substring(0, query.indexOf('='))));
    }

    @Test
    void everyLookAtAPatientIsRecorded() {
        As.role(Role.ADMIN).get("/v1/audit?patientId=p-audit-none").then().statusCode(200);

        assertThat(actions("admin")).contains("GET /v1/audit");
    }

    @Test
    void aRefusalIsRecorded() {
        As.role(Role.INTEGRATION).get("/v1/accounts").then().statusCode(403);

        assertThat(entries("integration").getFirst())
                .containsEntry("outcome", 403)
                .containsEntry("role", "integration");
    }

    @Test
    void aSignInIsRecordedWhetherItSucceedsOrNot() {
        given().contentType(ContentType.JSON)
                .body(Map.of("username", "guesser", "password", "wrong"))
                .post("/v1/session");

        assertThat(entries("guesser").getFirst())
                .containsEntry("action", "POST /v1/session")
                .containsEntry("outcome", 401);
    }

    @Test
    void aWriteIsRecordedInItsOwnTransactionAndOnce() {
        As.role(Role.ADMIN)
                .contentType(ContentType.JSON)
                .body(Map.of("username", "audited", "role", "nurse"))
                .post("/v1/accounts")
                .then()
                .statusCode(201);

        assertThat(actions("admin")).filteredOn("POST /v1/accounts"::equals).hasSizeGreaterThanOrEqualTo(1);
    }

    @Test
    void aNewAccountIsRecordedWithWhatItIs() {
        var colleague = Colleague.nurseOf("w-audited");

        assertThat(reasons()).contains("account " + colleague.username() + ", role nurse, wards w-audited");
    }

    @Test
    void aNewWebhookIsRecordedWithWhatItIs() {
        As.role(Role.ADMIN)
                .contentType(ContentType.JSON)
                .body(Map.of("url", "https://example.com/audited", "ward", "w-audited", "priorities", List.of("high")))
                .post("/v1/webhooks")
                .then()
                .statusCode(201);

        assertThat(reasons()).contains("webhook https://example.com/audited, ward w-audited, high");
    }

    @Test
    void aLookAtAnObservationByItsIdNamesThePatientWhoeverAsks() {
        var patient = AdmittedPatient.daysAgo(3);
        FeverReading.of(patient);
        var observation = As.role(Role.NURSE)
                .get("/v1/patients/" + patient.patientId() + "/observations")
                .<String>path("items[0].id");

        As.role(Role.PHYSICIAN).get("/v1/observations/" + observation).then().statusCode(200);

        assertThat(As.role(Role.ADMIN)
                        .get("/v1/audit?patientId=" + patient.patientId())
                        .<List<String>>path("items.action"))
                .contains("GET /v1/observations/" + observation);
    }

    private static List<String> reasons() {
        return As.role(Role.ADMIN).get("/v1/audit?actor=admin").path("items.reason");
    }

    @Test
    void aListNamesThePatientsItShowed() {
        var one = AdmittedPatient.daysAgo(3);
        var other = AdmittedPatient.into(one.ward());
        As.role(Role.DASHBOARD).get("/v1/wards/" + one.ward() + "/board").then().statusCode(200);
        As.role(Role.NURSE).get("/v1/episodes?ward=" + one.ward()).then().statusCode(200);

        for (var patient : List.of(one, other)) {
            assertThat(about(patient.patientId()))
                    .contains("GET /v1/wards/" + one.ward() + "/board", "GET /v1/episodes");
        }
    }

    @Test
    void whatAPersonEntersIsTheirAct() {
        var patient = AdmittedPatient.daysAgo(3);

        As.role(Role.NURSE)
                .contentType(ContentType.JSON)
                .body(FeverReading.reading(patient.patientId(), Duration.ofMinutes(1)))
                .post("/v1/observations")
                .then()
                .statusCode(202);

        assertThat(about(patient.patientId())).contains("POST /v1/observations");
    }

    @Test
    void anEntryThatIsRefusedAsAWholeNamesAllItsPatients() {
        var patients = List.of(AdmittedPatient.daysAgo(3), AdmittedPatient.daysAgo(3));
        var stranger = Colleague.nurseOf("elsewhere");

        stranger.sends(patients.stream()
                        .map(patient -> FeverReading.reading(patient.patientId(), Duration.ofMinutes(1)))
                        .toList())
                .post("/v1/observations")
                .then()
                .statusCode(is(oneOf(400, 403, 404)));

        for (var patient : patients) {
            assertThat(about(patient.patientId())).contains("POST /v1/observations");
        }
    }

    /// An entry is written once an hour, in the transaction that stores the observation.
    @Test
    void whatAMachinePostsIsKeptWithWhoPostedItFromWhereAndWhen() {
        var patient = AdmittedPatient.daysAgo(3);
        var reading = FeverReading.reading(patient.patientId(), Duration.ofMinutes(1));

        As.role(Role.INTEGRATION)
                .contentType(ContentType.JSON)
                .body(reading)
                .post("/v1/observations")
                .then()
                .statusCode(202);

        await().untilAsserted(() -> assertThat(authorship(String.valueOf(reading.get("id"))))
                .isEqualTo("integration from 127.0.0.1 at once"));
        await().untilAsserted(() ->
                assertThat(posts(patient.patientId())).containsExactly("integration integration 127.0.0.1 202"));
    }

    private static List<String> posts(String patientId) {
        List<Map<String, Object>> entries = As.role(Role.ADMIN)
                .queryParam("patientId", patientId)
                .get("/v1/audit")
                .path("items");
        return entries.stream()
                .filter(entry -> "POST /v1/observations".equals(entry.get("action")))
                .map(entry -> "%s %s %s %s"
                        .formatted(entry.get("actor"), entry.get("role"), entry.get("source"), entry.get("outcome")))
                .toList();
    }

    private String authorship(String observation) throws SQLException {
        var said = "select entered_by || ' from ' || entered_from || ' at '"
                + " || case when now() - received_at < interval '2 min' then 'once' end from observation where id = ?";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(said)) {
            statement.setString(1, observation);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "not yet";
            }
        }
    }

    @Test
    void aReadThatCannotBeRecordedIsRefusedAndAWriteIsNotDone() throws SQLException {
        var patient = AdmittedPatient.daysAgo(3);
        var nurse = Colleague.of(Role.NURSE, Map.of());
        execute("alter table audit add constraint unrecordable check (actor <> '" + nurse.username() + "') not valid");
        try {
            nurse.asks()
                    .get("/v1/patients/" + patient.patientId() + "/grade")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("crs", nullValue());
            assertThat(nurse.sends(Map.of("at", Instant.now().toString()))
                            .post("/v1/episodes/" + patient.episodeId() + "/discharge")
                            .statusCode())
                    .isGreaterThanOrEqualTo(500);
        } finally {
            execute("alter table audit drop constraint unrecordable");
        }
        As.role(Role.NURSE).get("/v1/episodes/" + patient.episodeId()).then().body("status", equalTo("active"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\n", "x\\r\\nSet-Cookie: a=b"})
    void aNameThatNobodyHasIsRecordedWhateverItIs(String name) {
        given().contentType(ContentType.JSON)
                .body("{\"username\": \"" + name + "\", \"password\": \"x\"}")
                .post("/v1/session")
                .then()
                .statusCode(is(oneOf(400, 401)));
    }

    @Test
    void entriesThatChangedPlacesAreFound() throws SQLException {
        As.role(Role.PHYSICIAN).get("/v1/audit").then().statusCode(403);
        As.role(Role.PHYSICIAN).get("/v1/accounts").then().statusCode(403);
        var later = number(entries("physician").get(0));
        var earlier = number(entries("physician").get(1));
        sealed();

        swap(earlier, later);
        As.role(Role.ADMIN)
                .get("/v1/audit/verification")
                .then()
                .body("intact", equalTo(false))
                .body("number", equalTo((int) earlier));

        swap(earlier, later);
        As.role(Role.ADMIN).get("/v1/audit/verification").then().body("intact", equalTo(true));
    }

    private void swap(long one, long other) throws SQLException {
        tamper("update audit a set action = b.action from audit b where (a.number, b.number) in ((" + one + ", " + other
                + "), (" + other + ", " + one + "))");
    }

    @Test
    void onlyAdministratorsReadIt() {
        As.role(Role.PHYSICIAN).get("/v1/audit").then().statusCode(403);
    }

    @Test
    void aPageLinksToTheNext() {
        for (var look = 0; look < AuditSearch.PAGE + 1; look++) {
            As.role(Role.ADMIN).get("/v1/accounts").then().statusCode(200);
        }
        var first = As.role(Role.ADMIN).get("/v1/audit?actor=admin");
        var next = first.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        var second = As.role(Role.ADMIN).urlEncodingEnabled(false).get(next);

        List<Integer> firstPage = first.path("items.number");
        List<Integer> secondPage = second.path("items.number");
        assertThat(secondPage.getFirst()).isLessThan(firstPage.getLast());
    }

    @Test
    void anAlteredEntryIsFoundAndNamed() throws SQLException {
        As.role(Role.NURSE).get("/v1/audit").then().statusCode(403);
        var number = number(entries("nurse").getFirst());
        sealed();

        tamper("update audit set actor = 'somebody' where number = " + number);
        As.role(Role.ADMIN)
                .get("/v1/audit/verification")
                .then()
                .body("intact", equalTo(false))
                .body("number", equalTo((int) number));

        tamper("update audit set actor = 'nurse' where number = " + number);
        As.role(Role.ADMIN).get("/v1/audit/verification").then().body("intact", equalTo(true));
    }

    @Test
    void aTailThatWasCutOffIsSeenAgainstAHeadThatWasKept() {
        sealed();
        var head = As.role(Role.ADMIN).get("/v1/audit/head").<String>path("head");
        var position = Long.parseLong(head.substring(0, head.indexOf(':')));

        verify(head).then().body("intact", equalTo(true));
        verify((position + 1_000_000) + head.substring(head.indexOf(':')))
                .then()
                .body("intact", equalTo(false));
        verify("garbage").then().body("intact", equalTo(false));
    }

    @Test
    void theTableItselfRefusesChanges() {
        for (var change : List.of(
                "update audit set actor = 'x'", "delete from audit", "truncate audit", "delete from audit_link")) {
            assertThatThrownBy(() -> execute(change)).hasMessageContaining("append-only");
        }
    }

    private static Response verify(String head) {
        return As.role(Role.ADMIN).queryParam("head", head).get("/v1/audit/verification");
    }

    private void sealed() {
        As.role(Role.ADMIN).get("/v1/accounts");
        var newest = number(entries("admin").getFirst());
        await().until(() -> chain.head().number >= newest);
    }

    private static long number(Map<String, Object> entry) {
        return entry.get("number") instanceof Number number ? number.longValue() : -1;
    }

    private static List<String> about(String patientId) {
        return As.role(Role.ADMIN)
                .queryParam("patientId", patientId)
                .get("/v1/audit")
                .path("items.action");
    }

    private static List<String> actions(String actor) {
        return entries(actor).stream()
                .map(entry -> String.valueOf(entry.get("action")))
                .toList();
    }

    private static List<Map<String, Object>> entries(String actor) {
        return As.role(Role.ADMIN).queryParam("actor", actor).get("/v1/audit").path("items");
    }

    /// Changes the table like the owner of the database could.
    private void tamper(String change) throws SQLException {
        execute("alter table audit disable trigger all; " + change + "; alter table audit enable trigger all");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
