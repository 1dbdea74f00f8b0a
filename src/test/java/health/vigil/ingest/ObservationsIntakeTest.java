package health.vigil.ingest;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.intake.Samples;
import health.vigil.intake.json.ContentHash;
import health.vigil.observation.Kind;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@ServiceTest
class ObservationsIntakeTest {
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String PROBLEM = "application/problem+json";

    @Inject
    DataSource database;

    private static String fresh() {
        return "t-" + UUID.randomUUID();
    }

    /// A sample under another id.
    private static String sample(String id, Kind kind, String fields) {
        return Samples.message(kind, fields).replace("\"o-1\"", "\"" + id + "\"");
    }

    private static String vitals(String id, String fields) {
        return sample(id, Kind.VITAL_SIGNS, fields);
    }

    /// The same observation, made today.
    private static String today(String message) {
        return message.replace("2026-03-02T11:00:00Z", Instant.now().toString());
    }

    private static String ofPatient(String patient, String message) {
        return message.replace("\"p-1\"", "\"" + patient + "\"");
    }

    private static String fromDevice(String message, String deviceId) {
        return message.replace("\"patientId\": \"p-1\"", "\"deviceId\": \"" + deviceId + "\"");
    }

    private static ValidatableResponse post(Role role, String type, String body) {
        return As.role(role)
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/observations")
                .then();
    }

    private static ValidatableResponse post(String body) {
        return post(Role.PHYSICIAN, JSON, body);
    }

    /// An infusion start of another patient in the same body does not count.
    @Test
    void aChangeOfWhatNothingStartedIsWarnedOf() {
        var started = "'agent': 'dopamine', 'action': 'started'";
        var changed = "'agent': 'dopamine', 'action': 'changed'";
        var messages = new ArrayList<String>();
        messages.add(ofPatient("started-here", sample(fresh(), Kind.VASOPRESSOR, started)));
        messages.add(ofPatient("started-here", sample(fresh(), Kind.VASOPRESSOR, changed)));
        for (var i = 0; i < 25; i++) {
            messages.add(ofPatient("never-" + i, sample(fresh(), Kind.VASOPRESSOR, changed)));
        }

        post(messages.toString())
                .statusCode(202)
                .body(
                        "warnings.findAll { it.detail.startsWith('action: no start of this infusion') }.index",
                        equalTo(IntStream.range(2, 27).boxed().toList()));
    }

    @ParameterizedTest
    @EnumSource
    void eachKindIsAcceptedAndThenInKafka(Kind kind) {
        var id = fresh();

        post(today(sample(id, kind, Samples.most(kind))))
                .statusCode(202)
                .contentType(JSON)
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(0))
                .body("warnings.detail", hasItem(startsWith("patientId: this patient is not admitted yet")))
                .body("warnings.detail", everyItem(anyOf(startsWith("patientId: "), startsWith("action: "))))
                .body("rejected", empty());

        assertThat(ObservationsTopic.holding(id)).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("p-1");
            assertThat(record.value()).contains("\"receivedAt\"", "\"enteredByRole\":\"physician\"");
        });
    }

    @Test
    void anArrayIsTakenInPart() {
        var good = fresh();
        var bad = fresh();
        var odd = fresh();

        post("[" + vitals(good, "'spo2': 97") + "," + vitals(bad, "'spo2': 'low'") + ",5," + vitals(odd, "'spo2': 120")
                        + "," + vitals(good, "'spo2': 97.0") + "]")
                .statusCode(202)
                .body("accepted", equalTo(2))
                .body("duplicates", equalTo(1))
                .body("rejected.index", contains(1, 2))
                .body("rejected[0].id", equalTo(bad))
                .body("rejected[0].detail", startsWith("spo2: "))
                .body("rejected[1].id", nullValue())
                .body("warnings.index", contains(0, 0, 3, 3, 3))
                .body("warnings.id", contains(good, good, odd, odd, odd))
                .body("warnings.detail", hasItem(containsString("30-100 %")));
    }

    @Test
    void aLineThatCannotBeReadIsRefusedAlone() {
        post(
                        Role.DEVICE,
                        NDJSON,
                        vitals(fresh(), "'spo2': 97") + "\n{\"id\":\n\n" + vitals(fresh(), "'spo2': 96") + "\r\n")
                .statusCode(202)
                .body("accepted", equalTo(2))
                .body("rejected.index", contains(1));
    }

    @Test
    void manyLinesAreAllInKafka() {
        var mark = fresh();
        var lines = IntStream.range(0, 5000)
                .mapToObj(number -> vitals(mark + "-" + number, "'heartRate': 80"))
                .collect(Collectors.joining("\n"));

        post(Role.DEVICE, NDJSON, lines).statusCode(202).body("accepted", equalTo(5000));

        assertThat(ObservationsTopic.holding(mark)).hasSize(5000);
    }

    @Test
    void theSameIdWithOtherContentIsAcceptedAndSent() {
        var id = fresh();

        post("[" + vitals(id, "'spo2': 97") + "," + vitals(id, "'spo2': 96") + "]")
                .statusCode(202)
                .body("accepted", equalTo(2));

        assertThat(ObservationsTopic.holding(id)).hasSize(2);
    }

    @Test
    void whatWasAppliedBeforeIsADuplicateInAnyUnit() throws SQLException {
        var id = fresh();
        markApplied(id, vitals(id, "'temperature': 38"));

        post(vitals(id, "'temperature': {'value': 100.4, 'unit': '[degF]'}"))
                .statusCode(202)
                .body("accepted", equalTo(0))
                .body("duplicates", equalTo(1));
        post(vitals(id, "'temperature': 38.1")).statusCode(202).body("accepted", equalTo(1));
    }

    @Test
    void aDeviceIsKeyedByThePatientItWasBoundToAtTheTime() throws SQLException {
        var device = fresh();
        var id = fresh();
        update(
                "insert into device_binding (id, device_id, patient_id, valid, bound_by) values (gen_random_uuid(), ?,"
                        + " ?, tstzrange('2026-03-02T11:00:00Z', '2026-03-02T11:00:00.000001Z'), 'test')",
                device,
                "p-bound");

        post(Role.DEVICE, JSON, fromDevice(vitals(id, "'spo2': 97"), device)).statusCode(202);

        assertThat(ObservationsTopic.holding(id))
                .extracting(ObservationsTopic.TopicRecord::key)
                .containsExactly("p-bound");
        assertThat(ObservationsTopic.holding(id))
                .extracting(ObservationsTopic.TopicRecord::value)
                .allMatch(value -> value.contains(device));
    }

    @Test
    void anUnboundDeviceIsKeyedByItself() {
        var device = fresh();
        var id = fresh();

        post(Role.DEVICE, JSON, fromDevice(vitals(id, "'spo2': 97"), device)).statusCode(202);

        assertThat(ObservationsTopic.holding(id))
                .extracting(ObservationsTopic.TopicRecord::key)
                .containsExactly(device);
    }

    @Test
    void oneObservationThatIsRefusedTellsAllItsFaults() {
        post(vitals(fresh(), "'spo2': 'low', 'colour': 1"))
                .statusCode(400)
                .contentType(PROBLEM)
                .body("status", equalTo(400))
                .body("violations.field", contains("spo2", "colour"))
                .body("rejected", hasSize(1));
    }

    @Test
    void aBatchOfWhichNothingIsAcceptableTellsTheFaultsByIndex() {
        post("[" + vitals(fresh(), "") + "," + vitals(fresh(), "'spo2': 'low'") + "]")
                .statusCode(400)
                .contentType(PROBLEM)
                .body("violations.field", contains("[0]", "[1].spo2"))
                .body("rejected.index", contains(0, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "{",
                "5",
                "null",
                "\"x\"",
                "{}{}",
                "[1] 2",
                "{\"id\": 1, \"id\": 2}",
                "{\"spo2\": NaN}",
                "[[]]",
                "{\"a\": 38,4}"
            })
    void whatIsNoObservationIs400(String body) {
        post(body).statusCode(400).contentType(PROBLEM).body("title", equalTo("Bad Request"));
    }

    @Test
    void bytesThatAreNotUtf8Are400() {
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(new byte[] {'{', '"', (byte) 0xC3, '"', '}'})
                .post("/v1/observations")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", " \r\n"})
    void linesThatHoldNothingAre400(String body) {
        post(Role.NURSE, NDJSON, body).statusCode(400).contentType(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/octet-stream"})
    void anotherMediaTypeIs415(String type) {
        post(Role.NURSE, type, "{}").statusCode(415).contentType(PROBLEM);
    }

    @Test
    void aBodyOver256KilobytesIs413() {
        var limit = 256 * 1024;
        var message = vitals(fresh(), "'spo2': 97");

        post(message + " ".repeat(limit - message.length())).statusCode(202);
        post(message + " ".repeat(limit - message.length() + 1)).statusCode(413).contentType(PROBLEM);
    }

    @Test
    void aLineOver256KilobytesIsRefusedAlone() {
        var message = vitals(fresh(), "'spo2': 97");

        post(Role.NURSE, NDJSON, message + "\n" + " ".repeat(256 * 1024) + message)
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("rejected.index", contains(1));
    }

    @Test
    void withoutATokenItIs401() {
        given().contentType(JSON)
                .body(vitals(fresh(), "'spo2': 97"))
                .post("/v1/observations")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @EnumSource(names = {"DASHBOARD", "ADMIN"})
    void whoEntersNothingIs403(Role role) {
        post(role, JSON, vitals(fresh(), "'spo2': 97")).statusCode(403).contentType(PROBLEM);
    }

    @Test
    void whatIsNotPermittedIs403AndInABatchRejected() {
        var death = sample(fresh(), Kind.DEATH, Samples.least(Kind.DEATH));

        post(Role.NURSE, JSON, death).statusCode(403).contentType(PROBLEM);
        post(Role.NURSE, JSON, "[" + death + "," + vitals(fresh(), "'spo2': 97") + "]")
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("rejected.index", contains(0));
        post(Role.NURSE, JSON, "[" + death + "]").statusCode(403);
        post(Role.NURSE, JSON, "[" + death + ", 5]").statusCode(400);
    }

    @Test
    void aRetractionNeedsTheRightToEnterItsTarget() throws SQLException {
        var check = fresh();
        var vitals = fresh();
        markApplied(check, sample(check, Kind.NEURO_CHECK, "'ice': 9"));
        markApplied(vitals, vitals(vitals, "'spo2': 97"));
        update("update observation_identity set sender = ? where id = ?", username(Role.DEVICE), vitals);

        post(Role.DEVICE, JSON, retraction(check)).statusCode(403);
        post(Role.DEVICE, JSON, retraction(vitals)).statusCode(202);
        post(Role.NURSE, JSON, retraction(check)).statusCode(202);
    }

    @Test
    void aRetractionInTheSameBodyAsItsTargetNeedsTheRightToo() {
        var id = fresh();
        var death = sample(id, Kind.DEATH, Samples.least(Kind.DEATH));

        post(Role.NURSE, JSON, "[" + retraction(id) + "," + death + "]").statusCode(403);
    }

    private static String username(Role role) {
        return As.issued(role).username();
    }

    private static String retraction(String target) {
        return sample(fresh(), Kind.RETRACTION, "'observationId': '" + target + "', 'reason': 'wrong patient'");
    }

    /// Marks an observation as applied, as the monitor would.
    private void markApplied(String id, String message) throws SQLException {
        var submission = Samples.accepted(message).submission();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into observation_identity values (?, ?, 'p-1', now(), ?, 'applied')")) {
            insert.setString(1, id);
            insert.setBytes(
                    2, HexFormat.of().parseHex(ContentHash.of(submission).hex()));
            insert.setString(3, submission.kind().word());
            insert.executeUpdate();
        }
    }

    private void update(String sql, String... arguments) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < arguments.length; index++) {
                statement.setString(index + 1, arguments[index]);
            }
            statement.executeUpdate();
        }
    }
}
