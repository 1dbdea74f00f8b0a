package health.vigil.path;

import health.vigil.EmbeddedTestResource;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.Admitted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

/// The table "What a wrong message gets" of `docs/messages.md`, row by row: over HTTP, and straight on the topic.
@QuarkusTest
@QuarkusTestResource(EmbeddedTestResource.class)
class WrongMessagesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PATIENT = "p-wrong-messages";
    private static final String TIME = "\"effectiveAt\":\"2026-03-02T12:00:00Z\"";

    private static KafkaProducer<String, byte[]> producer;

    @Inject
    DataSource database;

    @BeforeAll
    static void open() {
        var broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterAll
    static void close() {
        producer.close();
    }

    /// A message that is refused.
    ///
    /// @param latin1 its bytes, each as a character
    /// @param detail what the answer says, and, if it is read at all, the reason in quarantine
    record Row(String name, String latin1, String detail) {
        static Row of(String name, String message, String detail) {
            return of(name, message.getBytes(StandardCharsets.UTF_8), detail);
        }

        static Row of(String name, byte[] message, String detail) {
            return new Row(name, new String(message, StandardCharsets.ISO_8859_1), detail);
        }

        byte[] message() {
            return latin1.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static String vitals(String more) {
        return "{\"id\":\"wrong-" + UUID.randomUUID() + "\",\"patientId\":\"" + PATIENT + "\"," + TIME
                + ",\"kind\":\"vital-signs\"," + more + "}";
    }

    private static String kind(String kind, String more) {
        return vitals(more).replace("\"vital-signs\"", "\"" + kind + "\"");
    }

    private static byte[] notUtf8() {
        var bytes = vitals("\"temperature\":38").getBytes(StandardCharsets.UTF_8);
        bytes[10] = (byte) 0xff;
        return bytes;
    }

    static Stream<Row> refused() {
        var sound = vitals("\"temperature\":38");
        return Stream.of(
                Row.of("not UTF-8", notUtf8(), "is not UTF-8"),
                Row.of("a byte order mark", "\ufeff" + sound, "is not exactly one JSON value"),
                Row.of("decimal comma", vitals("\"temperature\":38,5"), "is not exactly one JSON value"),
                Row.of("NaN", vitals("\"temperature\":NaN"), "is not exactly one JSON value"),
                Row.of("trailing bytes", sound + "}", "is not exactly one JSON value"),
                Row.of(
                        "a key twice",
                        vitals("\"temperature\":38,\"temperature\":39"),
                        "holds a field twice in one object"),
                Row.of("deep", vitals("\"temperature\":" + "[".repeat(20) + "]".repeat(20)), "is nested too deeply"),
                Row.of("a number too long", vitals("\"temperature\":" + "1".repeat(600)), "is nested too deeply"),
                Row.of("not an object", "\"text\"", "must be a JSON object"),
                Row.of("unknown field", vitals("\"temperature\":38,\"mood\":1"), "is not a field here"),
                Row.of("unknown kind", kind("weather", "\"temperature\":38"), "must be one of"),
                Row.of("missing field", sound.replace(TIME + ",", ""), "is missing"),
                Row.of("null", vitals("\"temperature\":null"), "is null"),
                Row.of("patient and device", vitals("\"deviceId\":\"d-1\",\"temperature\":38"), "not both"),
                Row.of(
                        "unknown unit",
                        vitals("\"temperature\":{\"value\":38,\"unit\":\"[foo]\"}"),
                        "does not convert to"),
                Row.of(
                        "a unit of something else",
                        vitals("\"spo2\":{\"value\":38,\"unit\":\"mm[Hg]\"}"),
                        "does not convert to"),
                Row.of("more digits than fit", vitals("\"temperature\":38.00000000000001"), "digits"),
                Row.of(
                        "negative",
                        kind("fluid-bolus", "\"volume\":-5,\"reason\":\"hypotension\""),
                        "must not be negative"),
                Row.of("no offset in the time", sound.replace("00Z\"", "00\""), "offset"),
                Row.of("no such date", sound.replace("03-02T", "02-30T"), "effectiveAt"),
                Row.of("ICE out of range", kind("neuro-check", "\"ice\":11"), "ice"),
                Row.of("an empty check", kind("neuro-check", "\"tremor\":null"), "is null"),
                Row.of(
                        "attribution of nothing",
                        kind("attribution", "\"components\":[],\"cause\":\"x\",\"from\":\"2026-03-02T12:00:00Z\""),
                        "components"),
                Row.of("a text with NUL", sound.replace("\"wrong-", "\"wrong\\u0000-"), "id"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aWrongMessageIsRefusedWithItsReasonAndKeptNowhere(Row row) {
        As.role(Role.INTEGRATION)
                .contentType("application/json")
                .body(row.message())
                .post("/v1/observations")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(containsString(row.detail()));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aWrongRecordIsKeptWithItsBytesAndItsReason(Row row) throws Exception {
        var place = produce(PATIENT, row.message());

        var kept = awaitKept(place);
        assertThat(kept.getString("reason")).isEqualTo("unreadable");
        assertThat(kept.getString("detail")).contains(row.detail());
        assertThat(bytes(kept)).isEqualTo(row.message());
    }

    @Test
    void aTombstoneIsKept() throws Exception {
        assertThat(awaitKept(produce(PATIENT, null)).getString("reason")).isEqualTo("unreadable");
    }

    @Test
    void anEmptyRecordIsKept() throws Exception {
        assertThat(awaitKept(produce(PATIENT, new byte[0])).getString("detail")).contains("is empty");
    }

    @Test
    void aHugeBodyIs413() {
        As.role(Role.INTEGRATION)
                .contentType("application/json")
                .body(vitals("\"temperature\":38") + " ".repeat(300_000))
                .post("/v1/observations")
                .then()
                .statusCode(413);
    }

    @Test
    void aHugeRecordIsKeptAndNotRead() throws Exception {
        var huge = vitals("\"temperature\":38") + " ".repeat(600_000);

        var kept = awaitKept(produce(PATIENT, huge.getBytes(StandardCharsets.UTF_8)));

        assertThat(kept.getString("detail")).contains("longer than 512 KB");
    }

    @Test
    void anIdWithOtherContentIsAcceptedAndKeptApart() throws Exception {
        var patient = Admitted.daysAgo(3).patientId();
        var first = vitals("\"temperature\":38").replace(PATIENT, patient);
        accepted(first);

        accepted(first.replace(":38", ":39"));
        var onTheTopic = produce(patient, first.replace(":38", ":40").getBytes(StandardCharsets.UTF_8));

        assertThat(awaitKept(onTheTopic).getString("reason")).isEqualTo("id-conflict");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(keptOf(patient)).containsExactly("id-conflict", "id-conflict"));
    }

    @Test
    void equalContentInAnotherUnitChangesNothing() throws Exception {
        var patient = Admitted.daysAgo(3).patientId();
        var first = vitals("\"temperature\":38").replace(PATIENT, patient);
        accepted(first);

        accepted(first.replace(":38", ":{\"value\":100.4,\"unit\":\"[degF]\"}"));

        accepted(vitals("\"temperature\":37").replace(PATIENT, patient));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stored(patient)).isEqualTo(2));
        assertThat(keptOf(patient)).isEmpty();
    }

    @Test
    void aDeviceOfNobodyIsAcceptedAndKeptApart() throws Exception {
        var device = "d-" + UUID.randomUUID();
        var message = vitals("\"temperature\":38")
                .replace("\"patientId\":\"" + PATIENT + "\"", "\"deviceId\":\"" + device + "\"");
        accepted(message);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(column("select reason from quarantine where device_id = ?", device))
                        .containsExactly("unbound-device"));
    }

    @Test
    void aPatientWithoutAnEpisodeIsAcceptedAndWaits() throws Exception {
        var patient = "p-" + UUID.randomUUID();
        accepted(vitals("\"temperature\":38").replace(PATIENT, patient));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(keptOf(patient)).containsExactly("no-episode"));
    }

    @Test
    void aRecordUnderAWrongKeyIsSentOnToItsPatient() throws Exception {
        var patient = Admitted.daysAgo(3).patientId();
        var message = vitals("\"temperature\":38").replace(PATIENT, patient);

        for (var key : List.of("a", "b", "c", "d", "e", "f", "g")) {
            produce(key, message.getBytes(StandardCharsets.UTF_8));
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stored(patient)).isEqualTo(1));
        assertThat(keptOf(patient)).isNotEmpty().allMatch("forwarded"::equals);
    }

    private static void accepted(String message) {
        As.role(Role.INTEGRATION)
                .contentType("application/json")
                .body(message)
                .post("/v1/observations")
                .then()
                .statusCode(202);
    }

    private static RecordMetadata produce(String key, byte @Nullable [] value)
            throws InterruptedException, ExecutionException {
        return producer.send(new ProducerRecord<>("vigil.observations", key, value))
                .get();
    }

    /// The record at a place, as an administrator sees it in quarantine.
    private JsonPath awaitKept(RecordMetadata place) throws SQLException {
        var query = "select id::text from quarantine where partition = ? and \"offset\" = ?";
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(column(query, place.partition(), place.offset()))
                        .hasSize(1));
        return As.role(Role.ADMIN)
                .get(
                        "/v1/quarantine/{id}",
                        column(query, place.partition(), place.offset()).getFirst())
                .jsonPath();
    }

    /// Its bytes, whether they were text or not.
    private static byte[] bytes(JsonPath kept) {
        return Optional.ofNullable(kept.getString("value"))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> Base64.getDecoder().decode(kept.getString("valueBase64")));
    }

    private List<String> keptOf(String patient) throws SQLException {
        return column("select reason from quarantine where patient_id = ?", patient);
    }

    private int stored(String patient) throws SQLException {
        return column("select id from observation where patient_id = ?", patient)
                .size();
    }

    private List<String> column(String query, Object... arguments) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (var rows = statement.executeQuery()) {
                var texts = new ArrayList<String>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        }
    }
}
