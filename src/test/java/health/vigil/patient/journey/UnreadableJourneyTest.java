package health.vigil.patient.journey;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// An entry that cannot be read concerns its journey only.
@ServiceTest
class UnreadableJourneyTest {
    @Inject
    DataSource database;

    @Inject
    MeterRegistry metrics;

    private WaitingPatient patient = new WaitingPatient();
    private final UUID entry = UUID.randomUUID();

    @BeforeEach
    void refer() {
        patient = WaitingPatient.referred();
    }

    @AfterEach
    void repair() throws SQLException {
        run("delete from journey_entry where id = '" + entry + "'");
    }

    private void run(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    private void spoil(String kind, String content) throws SQLException {
        run(
                "insert into journey_entry (id, journey_id, kind, effective_at, recorded_at, recorded_by, content) values ('"
                        + entry + "', '" + patient.journey + "', '" + kind + "', now(), now(), 'test', '" + content
                        + "')");
    }

    private JsonPath list() {
        return As.role(Role.COORDINATOR)
                .get("/v1/journeys?ward=" + patient.ward)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String unreadable(JsonPath list) {
        return list.getString("items.find { it.id == '" + patient.journey + "' }.unreadable");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        readiness | {"item": "consent", "answer": "perhaps"} | has fields that cannot be read: answer
        custody   | {"what": "stored"}                       | has fields that cannot be read: place
        invented  | {}                                       | is of a kind that is not known
        state     | []                                       | is not a JSON object
        """)
    void itsRowSaysWhichEntryAndNoValue(String kind, String content, String reason) throws SQLException {
        spoil(kind, content);

        var list = list();

        assertThat(unreadable(list)).isEqualTo("entry " + entry + " " + reason);
        assertThat(list.getString("items.find { it.id == '" + patient.journey + "' }.patientId"))
                .isEqualTo(patient.patientId);
        assertThat(list.getString("items.find { it.id == '" + patient.journey + "' }.state"))
                .isNull();
    }

    @Test
    void theOtherJourneysAreListed() throws SQLException {
        var other = new WaitingPatient();
        var facts = new HashMap<>(other.facts());
        facts.put("ward", patient.ward);
        String id = other.begin(facts).statusCode(201).extract().path("row.id");
        spoil("readiness", "{}");

        var list = list();

        assertThat(unreadable(list)).isNotNull();
        assertThat(list.getString("items.find { it.id == '" + id + "' }.state")).isEqualTo("referred");
        assertThat(list.getString("items.find { it.id == '" + id + "' }.unreadable"))
                .isNull();
    }

    /// As a newer version may write it.
    @Test
    void aStateThatIsNotKnownConcernsNoOtherJourneyOfTheLot() throws SQLException {
        var other = new WaitingPatient();
        var facts = new HashMap<>(other.facts());
        facts.put("ward", patient.ward);
        facts.put("identity", patient.facts().get("identity"));
        String id = other.begin(facts).statusCode(201).extract().path("row.id");
        run("update journey set state = 'invented' where id = '" + patient.journey + "'");

        assertThat(list().getString("items.find { it.id == '" + id + "' }.state"))
                .isEqualTo("referred");
        run("update journey set state = 'referred' where id = '" + patient.journey + "'");
    }

    @Test
    void theLineOfThePatientNamesIt() throws SQLException {
        spoil("readiness", "{}");

        var line = As.role(Role.NURSE)
                .get("/v1/patients/{id}/journey", patient.patientId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(line.getList("journeys")).isEmpty();
        assertThat(line.getList("unreadable.id")).containsExactly(patient.journey);
    }

    @Test
    void itsOwnPageFails() throws SQLException {
        spoil("readiness", "{}");

        As.role(Role.COORDINATOR)
                .get("/v1/journeys/{id}", patient.journey)
                .then()
                .statusCode(500);
    }

    @Test
    void theOperatorsAreTold() throws SQLException {
        spoil("readiness", "{}");
        var before = metrics.counter("vigil.journeys.unreadable").count();

        list();

        assertThat(metrics.counter("vigil.journeys.unreadable").count()).isGreaterThan(before);
    }
}
