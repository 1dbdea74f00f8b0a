package health.vigil.api.treatment;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.MonitorWrites;
import health.vigil.observation.Drug;
import health.vigil.observation.Medication;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@ServiceTest
class TreatmentTest {
    @Inject
    MonitorWrites charted;

    private static JsonPath treatments(AdmittedPatient patient, String query) {
        return As.role(Role.NURSE)
                .get("/v1/patients/" + patient.patientId() + "/treatments" + query)
                .then()
                .statusCode(200)
                .body("patientId", equalTo(patient.patientId()))
                .extract()
                .jsonPath();
    }

    private void administer(AdmittedPatient patient, Drug drug, int hours, String milligrams) {
        charted.insert(List.of(MonitorWrites.observation(
                patient,
                patient.infusedAt().plus(Duration.ofHours(hours)),
                new Medication(drug, Optional.empty(), Optional.of(new BigDecimal(milligrams)), Optional.empty()))));
    }

    @Test
    void theDosesOfTocilizumabAndTheEarliestNextAreFacts() {
        var patient = AdmittedPatient.daysAgo(2);
        administer(patient, Drug.TOCILIZUMAB, 10, "572");
        administer(patient, Drug.TOCILIZUMAB, 20, "280");
        administer(patient, Drug.ANAKINRA, 21, "100");

        var facts = treatments(patient, "");

        assertThat(facts.getInt("tocilizumab.given")).isEqualTo(2);
        assertThat(facts.getInt("tocilizumab.most")).isEqualTo(4);
        assertThat(facts.getString("tocilizumab.earliestNext"))
                .isEqualTo(patient.infusedAt().plus(Duration.ofHours(28)).toString());
        assertThat(facts.getDouble("tocilizumab.mostMilligrams")).isEqualTo(572.0);
        assertThat(facts.getString("tocilizumab.notes[0]")).startsWith("Half dose charted: 280 mg");
        assertThat(facts.getList("notChecked")).containsExactly("anakinra");
    }

    @Test
    void whatIsNotKnownIsAbsent() {
        var form = AdmittedPatient.form("p-" + UUID.randomUUID(), "ward-" + UUID.randomUUID(), Instant.now());
        form.remove("weight");

        assertThat(treatments(AdmittedPatient.admit(form), "").getMap("tocilizumab"))
                .containsOnlyKeys("given", "most", "notes");
    }

    @Test
    void theyAreThoseOfTheTimeThatIsAskedFor() {
        var patient = AdmittedPatient.daysAgo(2);
        administer(patient, Drug.TOCILIZUMAB, 10, "572");
        administer(patient, Drug.TOCILIZUMAB, 20, "572");

        var then = patient.infusedAt().plus(Duration.ofHours(15));

        assertThat(treatments(patient, "?at=" + then).getInt("tocilizumab.given"))
                .isEqualTo(1);
        assertThat(treatments(patient, "?knownAt=" + patient.infusedAt()).getInt("tocilizumab.given"))
                .isEqualTo(0);
    }

    @Test
    void anInstantBeforeEverythingBelongsToTheFirstEpisode() {
        var patient = AdmittedPatient.daysAgo(1);

        assertThat(treatments(patient, "?at=2020-01-01T00:00:00Z").getInt("tocilizumab.given"))
                .isEqualTo(0);
    }
}
