package health.vigil.api.home;

import com.google.zxing.ReaderException;
import health.vigil.EmbeddedTestResource;
import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/// What a patient takes home, through the API.
@ServiceTest
class GoingHomeTest {
    private AdmittedPatient patient;

    @BeforeEach
    void admit() {
        patient = AdmittedPatient.daysAgo(9);
    }

    private String path(String query) {
        return "/v1/patients/" + patient.patientId() + "/going-home" + query;
    }

    @Test
    void thePapersAreTwoLanguagesSideBySide() {
        var told = As.role(Role.NURSE)
                .get(path(""))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(told.getList("papers.language")).containsExactly("en", "de");
        assertThat(told.getString("papers[0].card.lines[0]")).isEqualTo("Ada Ward, born 17 May 1961");
        assertThat(told.getString("papers[1].card.lines[0]")).isEqualTo("Ada Ward, geboren 17. Mai 1961");
        assertThat(told.getList("papers[1].call.lines", String.class))
                .anyMatch(line -> line.startsWith("Temperatur von 38,0 °C"));
        assertThat(told.getList("papers[0].rules.lines", String.class))
                .anyMatch(line -> line.startsWith("Do not drive"));
        assertThat(told.getList("papers[1].call.lines", String.class)).contains("Ein Krampfanfall");
    }

    /// The reader is of another library than the code.
    @Test
    void theCardCarriesTheCentresPageAsACode() throws ReaderException {
        var told = As.role(Role.NURSE)
                .get(path(""))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        for (var card : List.of("papers[0].card", "papers[1].card")) {
            var code = QrReader.read(told.getInt(card + ".qr.modules"), told.getString(card + ".qr.path"));
            assertThat(code.getText()).isEqualTo(EmbeddedTestResource.CENTRE_PAGE);
            assertThat(told.getString(card + ".qr.address")).isEqualTo(EmbeddedTestResource.CENTRE_PAGE);
            assertThat(told.getList(card + ".lines", String.class))
                    .anyMatch(line -> line.endsWith(EmbeddedTestResource.CENTRE_PAGE));
        }
    }

    private JsonPath discharge(Map<String, String> body) {
        return As.role(Role.PHYSICIAN)
                .contentType(JSON)
                .body(body)
                .post("/v1/episodes/{id}/discharge", patient.episodeId())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void aDischargeWithOpenLinesAsksForAReason() {
        var warnings = discharge(Map.of("at", Instant.now().toString())).getList("warnings", String.class);

        assertThat(warnings)
                .contains("D-10 home is open: not ticked", "Open lines ask for a reason, and no note gives one")
                .anyMatch(warning -> warning.startsWith("D-2 fever is not known"));
    }

    @Test
    void theOpenLinesArePrintedWithTheirReason() {
        var note = "goes home with the palliative team";
        assertThat(discharge(Map.of("at", Instant.now().toString(), "note", note))
                        .getList("warnings", String.class))
                .contains("D-10 home is open: not ticked")
                .noneMatch(warning -> warning.startsWith("Open lines ask"));

        var told = As.role(Role.PHYSICIAN)
                .get(path(""))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(told.getList("openLines.line", String.class))
                .contains("D-2", "D-10")
                .doesNotContain("D-1");
        assertThat(told.getString("openLines.find { it.line == 'D-10' }.why")).isEqualTo("not ticked");
        assertThat(told.getString("reason")).isEqualTo(note);
        assertThat(told.getList("papers.call.lines.flatten()", String.class)).noneMatch(line -> line.contains("D-10"));
    }

    @Test
    void oneLanguageCanBeAskedFor() {
        As.role(Role.NURSE)
                .get(path("?language=de"))
                .then()
                .statusCode(200)
                .body("papers.size()", equalTo(1))
                .body("papers[0].language", equalTo("de"));
        As.role(Role.NURSE).get(path("?language=fr")).then().statusCode(400);
    }

    @Test
    void anotherWardGetsNoPaper() {
        Colleague.nurseOf("elsewhere").asks().get(path("")).then().statusCode(404);
    }
}
