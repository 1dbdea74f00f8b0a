package health.vigil.access;

import health.vigil.ServiceTest;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.alert.AlertListener;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/// The service and the database compare the names of wards by the same rule, so a nurse sees her ward in every
/// spelling.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class WardSpellingTest {
    @Inject
    DataSource database;

    @ParameterizedTest
    @CsvSource({
        "ΠΑΘΟΛΟΓΙΚΟΣ, παθολογικος",
        "παθολογικος, ΠΑΘΟΛΟΓΙΚΟΣ",
        "İZMİR, İZMİR",
        "İzmir, izmir",
        "NORTH\u00A0WING, North\u00A0Wing",
        "NORTH\u00A0WING, North Wing",
        "NORTH\u2003WING, North\u2003Wing",
        "NORTH\u3000WING, North Wing"
    })
    void aNurseSeesHerWard(String admitted, String worked) {
        var number = UUID.randomUUID().toString();
        var nurse = Colleague.nurseOf(number + worked);
        var patient = AdmittedPatient.into(number + admitted);

        nurse.asks()
                .get("/v1/wards/{ward}/board", number + worked)
                .then()
                .statusCode(200)
                .body("items.patientId", hasItem(patient.patientId()));
        nurse.asks()
                .queryParam("ward", number + worked)
                .get("/v1/episodes")
                .then()
                .body("items.patientId", hasItem(patient.patientId()));
        nurse.asks().get("/v1/patients/{id}/grade", patient.patientId()).then().statusCode(200);
        var query = "?ward=" + URLEncoder.encode(number + worked, StandardCharsets.UTF_8);
        try (var stream = AlertListener.to(nurse.token(), query, Map.of())) {
            FeverReading.of(patient);

            stream.awaitEvents(1);
        }
        nurse.asks().get("/v1/wards/{ward}/board", number + worked).then().body("items[0].openAlerts", not(empty()));
        nurse.asks()
                .queryParam("ward", number + worked)
                .get("/v1/alerts")
                .then()
                .body("items.patientId", hasItem(patient.patientId()));
    }

    @Test
    void noCharacterIsFoldedOtherwiseByTheDatabase() throws SQLException {
        List<String> otherwise = new ArrayList<>();
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select n, ward_fold(' x' || chr(n) || 'Y ') from generate_series(1, 125000) as n"
                                + " where n not between 55296 and 57343")) {
            while (rows.next()) {
                var character = rows.getInt(1);
                if (!WardName.key(" x" + Character.toString(character) + "Y ").equals(rows.getString(2))) {
                    otherwise.add(Integer.toHexString(character));
                }
            }
        }

        assertThat(otherwise).isEmpty();
    }
}
