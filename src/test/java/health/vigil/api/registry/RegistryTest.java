package health.vigil.api.registry;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/// The export through the API, with the history that the monitor writes.
@ServiceTest
class RegistryTest {
    @Inject
    DataSource database;

    private AdmittedPatient patient;

    @BeforeEach
    void admit() {
        patient = AdmittedPatient.daysAgo(5);
    }

    private Instant hour(int hours) {
        return patient.infusedAt().plus(Duration.ofHours(hours));
    }

    private void post(Role role, Instant at, String kind, Map<String, ?> fields) {
        var id = "o-" + UUID.randomUUID();
        var observation = new LinkedHashMap<String, Object>(fields);
        observation.put("id", id);
        observation.put("patientId", patient.patientId());
        observation.put("effectiveAt", at.toString());
        observation.put("kind", kind);
        As.role(role)
                .contentType(JSON)
                .body(observation)
                .post("/v1/observations")
                .then()
                .statusCode(202);
        await().untilAsserted(() -> As.role(Role.NURSE)
                .get("/v1/observations/{id}", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("applied")));
    }

    private void crs() {
        post(Role.NURSE, hour(24), "vital-signs", Map.of("temperature", 39.1, "systolic", 120, "spo2", 97));
        post(Role.NURSE, hour(30), "vital-signs", Map.of("temperature", 39.4, "systolic", 84, "spo2", 97));
        post(Role.NURSE, hour(31), "medication", Map.of("drug", "tocilizumab", "dose", 560, "indication", "crs"));
    }

    private JsonPath export(Role role, String more) {
        return As.role(role)
                .accept(JSON)
                .get("/v1/registry?ward=" + patient.ward() + more)
                .then()
                .statusCode(200)
                .body("fieldList", equalTo("REGISTRY-2"))
                .extract()
                .jsonPath();
    }

    @Test
    void anEpisodeIsOneRow() {
        crs();

        var told = export(Role.REGISTRY, "");

        assertThat(told.getList("items")).hasSize(1);
        assertThat(told.getString("items[0].patient")).isEqualTo(patient.patientId());
        assertThat(told.getString("items[0].crsOccurred")).isEqualTo("yes");
        assertThat(told.getString("items[0].crsFirstAt")).isEqualTo(hour(24).toString());
        assertThat(told.getInt("items[0].crsMaxGrade")).isEqualTo(2);
        assertThat(told.getString("items[0].crsMaxAt")).isEqualTo(hour(30).toString());
        assertThat(told.getDouble("items[0].temperatureHighest")).isEqualTo(39.4);
        assertThat(told.getString("items[0].temperatureHighestAt")).isEqualTo(hour(30).toString());
        assertThat(told.getString("items[0].feverFirstAt")).isEqualTo(hour(24).toString());
        assertThat(told.getInt("items[0].tocilizumabDoses")).isEqualTo(1);
        assertThat(told.getString("items[0].crsTherapy")).isEqualTo("tocilizumab");
        assertThat(told.getString("items[0].icansOccurred")).isEqualTo("not-known");
        assertThat(told.getString("items[0].name")).isNull();
        assertThat(told.getList("fields")).contains("crsFirstAtLocal");
    }

    @Test
    void aConfirmedGradeStandsBesideTheComputedOne() {
        crs();
        assertThat(export(Role.PHYSICIAN, "").getString("items[0].open")).contains("crs-not-confirmed");
        assertThat(export(Role.PHYSICIAN, "&values=confirmed").getString("items[0].crsFirstAt"))
                .isNull();
        post(Role.PHYSICIAN, hour(100), "grade-confirmation", Map.of("syndrome", "crs", "course", 1, "grade", 2));

        var told = export(Role.PHYSICIAN, "&values=confirmed");

        assertThat(told.getInt("items[0].crsConfirmedGrade")).isEqualTo(2);
        assertThat(told.getString("items[0].crsConfirmedGradeAt")).isEqualTo(hour(30).toString());
        assertThat(told.getString("items[0].crsMaxGrade")).isNull();
        assertThat(told.getString("items[0].crsFirstAt")).isEqualTo(hour(24).toString());
        assertThat(told.getString("items[0].icansOccurred")).isNull();
        assertThat(told.getString("items[0].open")).doesNotContain("crs-not-confirmed");
    }

    /// The journeys of these tests hold only what the export reads, so nothing else may meet them.
    @AfterEach
    void withoutJourneys() throws SQLException {
        try (var connection = database.getConnection();
                var entries = connection.prepareStatement(
                        "delete from journey_entry where journey_id in (select id from journey where patient_id = ?)");
                var journeys = connection.prepareStatement("delete from journey where patient_id = ?")) {
            entries.setString(1, patient.patientId());
            entries.executeUpdate();
            journeys.setString(1, patient.patientId());
            journeys.executeUpdate();
        }
    }

    private void entry(Connection connection, UUID journey, String kind, String content) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into journey_entry (id, journey_id, kind, effective_at, recorded_at, recorded_by, content)
                values (?, ?, ?, now() - interval '1 minute', now() - interval '1 minute', 'test', ?::jsonb)
                """)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, journey);
            insert.setString(3, kind);
            insert.setString(4, content.replace('\'', '"'));
            insert.executeUpdate();
        }
    }

    /// A journey that led to the patient's episode.
    private void journey(String... facts) throws SQLException {
        var journey = UUID.randomUUID();
        try (var connection = database.getConnection()) {
            try (var insert = connection.prepareStatement("""
                    insert into journey (id, patient_id, ward, state, episode_id, created_at, created_by)
                    values (?, ?, ?, 'infused', ?, now(), 'test')
                    """)) {
                insert.setObject(1, journey);
                insert.setString(2, patient.patientId());
                insert.setString(3, patient.ward());
                insert.setObject(4, UUID.fromString(patient.episodeId()));
                insert.executeUpdate();
            }
            for (var each : facts) {
                entry(connection, journey, "facts", each);
            }
            var bags = ", 'bags': [{'bagId': 'B-1', 'startedAt': '2026-03-01T09:00:00Z', 'cells': 110}]}";
            entry(connection, journey, "infusion", "{'episodeId': '" + patient.episodeId() + "'" + bags);
            entry(connection, journey, "infusion", "{'episodeId': '" + UUID.randomUUID() + "', 'bags': []}");
        }
    }

    @Test
    void aJourneyThatCannotBeReadLeavesItsColumnsOpen() throws SQLException {
        journey("{'product': 'axi-cel', 'identity': 'L-1'}");

        var told = export(Role.REGISTRY, "");

        assertThat(told.getList("items")).hasSize(1);
        assertThat(told.getString("items[0].productLot")).isNull();
        assertThat(told.getString("items[0].open")).contains("product-lot-not-recorded");
    }

    @Test
    void theJourneyThatLedToTheEpisodeIsExported() throws SQLException {
        assertThat(export(Role.REGISTRY, "").getString("items[0].open")).contains("product-lot-not-recorded");
        journey(
                "{'product': 'axi-cel', 'identity': {'productLot': 'L-1', 'coiId': 'COI-1'}, 'bridging': {'none': true}}",
                "{'identity': {'productLot': 'L-2', 'coiId': null}}");

        var told = export(Role.REGISTRY, "");

        assertThat(told.getString("items[0].productLot")).isEqualTo("L-2");
        assertThat(told.getString("items[0].coiId")).isNull();
        assertThat(told.getString("items[0].bridging")).isEqualTo("none");
        assertThat(told.getInt("items[0].bagsInfused")).isEqualTo(1);
        assertThat(told.getInt("items[0].cellsInfused")).isEqualTo(110);
        assertThat(told.getString("items[0].open"))
                .contains("coi-id-not-recorded")
                .doesNotContain("product-lot-not-recorded")
                .doesNotContain("cells-infused-not-recorded");
    }

    @Test
    void aSystemNamesThePhysicianWhoConfirmed() {
        crs();
        var confirmation = Map.of("syndrome", "crs", "course", 1, "grade", 2);
        var unnamed = new LinkedHashMap<String, Object>(confirmation);
        unnamed.put("id", "o-" + UUID.randomUUID());
        unnamed.put("patientId", patient.patientId());
        unnamed.put("effectiveAt", hour(100).toString());
        unnamed.put("kind", "grade-confirmation");
        As.role(Role.INTEGRATION)
                .contentType(JSON)
                .body(unnamed)
                .post("/v1/observations")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("by"));
        var named = new LinkedHashMap<String, Object>(confirmation);
        named.put("by", "Dr Wood");
        post(Role.INTEGRATION, hour(101), "grade-confirmation", named);

        assertThat(export(Role.REGISTRY, "&values=confirmed").getString("items[0].crsConfirmedBy"))
                .isEqualTo("Dr Wood");
    }

    @Test
    void theSameIsCsv() {
        crs();

        var text = As.role(Role.REGISTRY)
                .accept("text/csv")
                .get("/v1/registry?ward=" + patient.ward())
                .then()
                .statusCode(200)
                .header("Content-Type", "text/csv; charset=utf-8; header=present")
                .extract()
                .asString();

        var lines = text.split("\r\n", -1);
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith("fieldList,patient,episode,product,");
        assertThat(lines[1]).startsWith("REGISTRY-2," + patient.patientId() + "," + patient.episodeId());
        assertThat(lines[2]).isEmpty();
    }

    @Test
    void onlyInfusionsOfTheTimeAreExported() {
        assertThat(export(Role.REGISTRY, "&infusedFrom=" + patient.infusedAt()).getList("items"))
                .hasSize(1);
        assertThat(export(Role.REGISTRY, "&infusedTo=" + patient.infusedAt()).getList("items"))
                .hasSize(1);
        assertThat(export(Role.REGISTRY, "&infusedFrom=" + hour(1)).getList("items"))
                .isEmpty();
        assertThat(export(Role.REGISTRY, "&infusedTo=" + hour(-1)).getList("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "infusedFrom=yesterday",
                "values=computed",
                "infusedFrom=2026-03-02T00:00:00Z&infusedTo=2026-03-01T00:00:00Z"
            })
    void whatCannotBeAskedForIsRefused(String query) {
        As.role(Role.REGISTRY).get("/v1/registry?" + query).then().statusCode(400);
    }

    @Test
    void anExportIsRecordedWithItsPatients() {
        export(Role.REGISTRY, "");

        var audit = As.role(Role.ADMIN)
                .get("/v1/audit?patientId=" + patient.patientId() + "&actor="
                        + As.issued(Role.REGISTRY).username())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(audit.getList("items.action", String.class)).contains("GET /v1/registry");
        assertThat(audit.getList("items.reason", String.class))
                .contains("export REGISTRY-2 as JSON, values all, 1 episode");
    }

    @Test
    void aRegistryEntersNothing() {
        for (var kind : List.of("vital-signs", "grade-confirmation")) {
            As.role(Role.REGISTRY)
                    .contentType(JSON)
                    .body(Map.of("id", "o-" + UUID.randomUUID(), "patientId", patient.patientId(), "kind", kind))
                    .post("/v1/observations")
                    .then()
                    .statusCode(403);
        }
    }
}
