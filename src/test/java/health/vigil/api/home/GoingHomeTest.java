package health.vigil.api.home;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
        assertThat(told.getString("papers[0].card.lines[0]")).isEqualTo("Ada Ward, born 1961-05-17");
        assertThat(told.getList("papers[0].rules.lines", String.class))
                .anyMatch(line -> line.startsWith("Do not drive"));
        assertThat(told.getList("papers[1].call.lines", String.class)).contains("Ein Krampfanfall");
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
