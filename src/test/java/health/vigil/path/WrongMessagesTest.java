package health.vigil.path;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.http.RawHttp;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.Eventually.await;
import static health.vigil.path.Messages.PATIENT;
import static health.vigil.path.Messages.vitals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

/// The table "What a wrong message gets" of `docs/messages.md`, row by row: over HTTP, and straight on the topic.
/// These messages are refused; the accepted ones are in [OddMessagesTest].
@ServiceTest
class WrongMessagesTest {

    /// All are produced before the first is looked up.
    private static final Map<String, RecordMetadata> PRODUCED = new ConcurrentHashMap<>();

    @Inject
    OtherSystem other;

    static List<RefusedMessage> refused() {
        return RefusedMessage.ALL;
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aWrongMessageIsRefusedWithItsReasonAndKeptNowhere(RefusedMessage row) {
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
    void aWrongRecordIsKeptWithItsBytesAndItsReason(RefusedMessage row) throws Exception {
        var kept = awaitKept(produced(row));

        assertThat(kept.getString("reason")).isEqualTo("unreadable");
        assertThat(kept.getString("detail")).contains(row.detail());
        assertThat(bytes(kept)).isEqualTo(row.message());
    }

    private RecordMetadata produced(RefusedMessage wanted) throws InterruptedException, ExecutionException {
        if (PRODUCED.isEmpty()) {
            for (var row : RefusedMessage.ALL) {
                PRODUCED.put(row.name(), other.produces(PATIENT, row.message()));
            }
        }
        return Optional.ofNullable(PRODUCED.get(wanted.name())).orElseThrow();
    }

    @Test
    void aTombstoneIsKept() throws Exception {
        assertThat(awaitKept(other.produces(PATIENT, (byte[]) null)).getString("reason"))
                .isEqualTo("unreadable");
    }

    @Test
    void anEmptyRecordIsKept() throws Exception {
        assertThat(awaitKept(other.produces(PATIENT, "")).getString("detail")).contains("is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{}]"})
    void aListIsNoRecord(String list) throws Exception {
        assertThat(awaitKept(other.produces(PATIENT, list)).getString("detail")).contains("must be a JSON object");
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
    void moreThan100000ObservationsAre413() {
        As.role(Role.INTEGRATION)
                .contentType("application/x-ndjson")
                .body("{}\n".repeat(100_001).getBytes(StandardCharsets.UTF_8))
                .post("/v1/observations")
                .then()
                .statusCode(413);
    }

    /// Refused because of its declared length, before the body arrives.
    @Test
    void linesOfMoreThan16MegabytesAre413() throws Exception {
        var answer = RawHttp.send(
                "POST /v1/observations HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer " + As.token(Role.INTEGRATION),
                "Content-Type: application/x-ndjson",
                "Connection: close",
                "Content-Length: " + (16 * 1024 * 1024 + 1));

        assertThat(RawHttp.status(answer)).isEqualTo(413);
    }

    @Test
    void aHugeRecordIsKeptAndNotRead() throws Exception {
        var huge = vitals("\"temperature\":38") + " ".repeat(600_000);

        assertThat(awaitKept(other.produces(PATIENT, huge)).getString("detail")).contains("longer than 512 KB");
    }

    @Test
    void aTextOfMoreThan256KilobytesIsNotRead() throws Exception {
        var longer = vitals("\"temperature\":\"" + "x".repeat(256 * 1024 + 1) + "\"");

        assertThat(awaitKept(other.produces(PATIENT, longer)).getString("detail"))
                .contains("text", "too long");
    }

    @Test
    void whatIsLongerThanAMegabyteTheBrokerRefuses() {
        var huge = new byte[1024 * 1024 + 1024];

        assertThatThrownBy(() -> other.produces(PATIENT, huge)).hasCauseInstanceOf(RecordTooLargeException.class);
    }

    /// The quarantine entry of the record at an offset, as an administrator sees it.
    private JsonPath awaitKept(RecordMetadata place) throws SQLException {
        await().pollDelay(Duration.ZERO)
                .untilAsserted(() -> assertThat(other.quarantined(place)).hasSize(1));
        return As.role(Role.ADMIN)
                .get("/v1/quarantine/{id}", other.quarantined(place).getFirst())
                .jsonPath();
    }

    /// Its bytes, also if they are not text.
    private static byte[] bytes(JsonPath kept) {
        return Optional.ofNullable(kept.getString("value"))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> Base64.getDecoder().decode(kept.getString("valueBase64")));
    }
}
