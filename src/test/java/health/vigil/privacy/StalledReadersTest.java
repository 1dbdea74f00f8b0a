package health.vigil.privacy;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/// Clients that request a record and do not read it do not affect the ward.
@ServiceTest
@TestProfile(StalledReadersTest.ShortTimeout.class)
class StalledReadersTest {
    private static final int STALLED = 60;

    /// Enough rows that the record exceeds all buffers: 40 MB and more.
    private static final int ROWS = 60_000;

    /// A timeout that is short enough for a test.
    public static final class ShortTimeout implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("vigil.record.sent-within", "PT20S");
        }
    }

    private final List<Socket> stalled = new ArrayList<>();

    @Inject
    DataSource database;

    @AfterEach
    void close() throws IOException {
        for (var socket : stalled) {
            socket.close();
        }
    }

    private void aLongRecord(AdmittedPatient patient) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.prepareStatement(
                        "insert into audit (at, actor, role, action, patient_id, source, outcome, reason)"
                                + " select now(), 'stalled', 'nurse', 'GET /v1/x', ?, '-', 200, repeat('a reason ', 70)"
                                + " from generate_series(1, ?)")) {
            rows.setString(1, patient.patientId());
            rows.setInt(2, ROWS);
            rows.executeUpdate();
        }
    }

    /// Sends the request and reads nothing.
    private void stall(AdmittedPatient patient) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(1024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
        socket.getOutputStream()
                .write(("GET /v1/patients/" + patient.patientId() + "/record HTTP/1.1\r\nHost: localhost\r\n"
                                + "Authorization: Bearer " + As.token(Role.PHYSICIAN) + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        stalled.add(socket);
    }

    private static void aReadingIsGradedAndTheBoardAnswers(AdmittedPatient patient) {
        var id = "reading-" + UUID.randomUUID();
        As.role(Role.INTEGRATION)
                .contentType(ContentType.JSON)
                .body("{\"id\":\"%s\",\"patientId\":\"%s\",\"effectiveAt\":\"%s\",\"kind\":\"vital-signs\",\"spo2\":97}"
                        .formatted(id, patient.patientId(), Instant.now()))
                .post("/v1/observations")
                .then()
                .statusCode(202);
        await().untilAsserted(() ->
                As.role(Role.NURSE).get("/v1/observations/{id}", id).then().body("state", equalTo("applied")));
        As.role(Role.NURSE).get("/v1/wards/{ward}/board", patient.ward()).then().statusCode(200);
    }

    private static int status(AdmittedPatient patient) {
        return As.role(Role.PHYSICIAN)
                .get("/v1/patients/{id}/record", patient.patientId())
                .statusCode();
    }

    @Test
    void sixtyStalledReadersLeaveTheWardServedAndAreCutOff() throws Exception {
        var patient = AdmittedPatient.daysAgo(3);
        aLongRecord(patient);
        for (var reader = 0; reader < STALLED; reader++) {
            stall(patient);
        }
        await().until(() -> status(patient) == 503);

        for (var round = 0; round < 5; round++) {
            aReadingIsGradedAndTheBoardAnswers(patient);
        }

        var refused = As.role(Role.PHYSICIAN).get("/v1/patients/{id}/record", patient.patientId());
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("10");
        await().until(() -> status(patient) == 200);
    }
}
