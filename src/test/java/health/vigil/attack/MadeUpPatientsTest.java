package health.vigil.attack;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.signin.Attackers;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

/// A faulty gateway sends readings of patients who are not admitted.
@ServiceTest
class MadeUpPatientsTest {
    private static final int PATIENTS = 50_000;
    private static final int LINES = 2_500;

    private final String prefix = "made-up-" + UUID.randomUUID() + "-";

    @Inject
    DataSource database;

    /// Retries until it gets 202, as the API requires.
    private void post(int first) {
        var body = readings(first).getBytes(StandardCharsets.UTF_8);
        await().until(
                        () -> As.role(Role.INTEGRATION)
                                .contentType("application/x-ndjson")
                                .body(body)
                                .post("/v1/observations")
                                .statusCode(),
                        is(202));
    }

    private String readings(int first) {
        return IntStream.range(first, first + LINES)
                .mapToObj(number ->
                        "{\"id\":\"%s%d\",\"patientId\":\"%s%d\",\"effectiveAt\":\"%s\",\"kind\":\"vital-signs\",\"spo2\":97}"
                                .formatted(prefix, number, prefix, number, Instant.now()))
                .collect(Collectors.joining("\n"));
    }

    private long waiting() throws SQLException {
        return number("select count(*) from quarantine where observation_id like ? and reason = 'no-episode'");
    }

    private long number(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, prefix + "%");
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @AfterEach
    void takeThemAway() throws SQLException {
        for (var table : new String[] {"quarantine where observation_id", "observation_identity where id"}) {
            try (var connection = database.getConnection();
                    var statement = connection.prepareStatement("delete from " + table + " like ?")) {
                statement.setString(1, prefix + "%");
                statement.executeUpdate();
            }
        }
    }

    @Test
    void fiftyThousandMadeUpPatientsWaitAndTheWardIsServedMeanwhile() throws SQLException {
        var patient = AdmittedPatient.daysAgo(3);
        for (int first = 0; first < PATIENTS; first += LINES) {
            post(first);
        }

        var reading = Attackers.reading(patient, Duration.ofMinutes(1));
        As.role(Role.NURSE)
                .contentType(ContentType.JSON)
                .body(reading)
                .post("/v1/observations")
                .then()
                .statusCode(202);
        do {
            As.role(Role.NURSE)
                    .get("/v1/wards/{ward}/board", patient.ward())
                    .then()
                    .statusCode(200);
        } while (waiting() < PATIENTS / 2);

        Attackers.awaitApplied(String.valueOf(reading.get("id")));
        await().untilAsserted(() -> assertThat(waiting()).isEqualTo(PATIENTS));
    }
}
